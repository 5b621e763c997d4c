-- loses data: the values of column `User.nickname`, which is dropped

-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- drop index User_email_key
DROP INDEX "User_email_key";

-- rebuild table User
CREATE TABLE "new_User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "age" INTEGER,
    "bio" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "old" TEXT NOT NULL
);
INSERT INTO "new_User" ("id", "email", "age", "bio", "score") SELECT "id", "email", "age", "bio", "score" FROM "User";
DELETE FROM sqlite_sequence WHERE name = 'new_User';
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_User', seq FROM sqlite_sequence WHERE name = 'User';
DROP TABLE "User";
PRAGMA legacy_alter_table=ON;
ALTER TABLE "new_User" RENAME TO "User";
PRAGMA legacy_alter_table=OFF;

-- check foreign keys again
PRAGMA foreign_keys=ON;
