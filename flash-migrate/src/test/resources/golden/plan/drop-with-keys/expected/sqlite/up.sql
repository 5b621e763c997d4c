-- loses data: all rows of table `Hen`, which is dropped
-- loses data: all rows of table `Egg`, which is dropped

-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- drop table Hen
DROP TABLE "Hen";

-- drop table Egg
DROP TABLE "Egg";

-- rebuild table Coop
CREATE TABLE "new_Coop" (
    "id" TEXT NOT NULL PRIMARY KEY
);
INSERT INTO "new_Coop" ("id") SELECT "id" FROM "Coop";
DROP TABLE "Coop";
PRAGMA legacy_alter_table=ON;
ALTER TABLE "new_Coop" RENAME TO "Coop";
PRAGMA legacy_alter_table=OFF;

-- check foreign keys again
PRAGMA foreign_keys=ON;
