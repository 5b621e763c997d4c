-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- rebuild table User
CREATE TABLE "new_User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "a" INTEGER NOT NULL DEFAULT 7
);
INSERT INTO "new_User" ("id", "a") SELECT "id", COALESCE("a", 7) FROM "User";
DELETE FROM sqlite_sequence WHERE name = 'new_User';
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_User', seq FROM sqlite_sequence WHERE name = 'User';
DROP TABLE "User";
PRAGMA legacy_alter_table=ON;
ALTER TABLE "new_User" RENAME TO "User";
PRAGMA legacy_alter_table=OFF;

-- check foreign keys again
PRAGMA foreign_keys=ON;
