-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- rebuild table Coop
CREATE TABLE "new_Coop" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);
INSERT INTO "new_Coop" ("id") SELECT "id" FROM "Coop";
DROP TABLE "Coop";
PRAGMA legacy_alter_table=ON;
ALTER TABLE "new_Coop" RENAME TO "Coop";
PRAGMA legacy_alter_table=OFF;

-- create table Hen
CREATE TABLE "Hen" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eggId" INTEGER NOT NULL,
    "coopId" INTEGER NOT NULL,
    CONSTRAINT "Hen_eggId_fkey" FOREIGN KEY ("eggId") REFERENCES "Egg" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Hen_coopId_fkey" FOREIGN KEY ("coopId") REFERENCES "Coop" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- create table Egg
CREATE TABLE "Egg" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "henId" INTEGER NOT NULL,
    CONSTRAINT "Egg_henId_fkey" FOREIGN KEY ("henId") REFERENCES "Hen" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- create index Hen_eggId_key
CREATE UNIQUE INDEX "Hen_eggId_key" ON "Hen"("eggId");

-- create index Egg_henId_key
CREATE UNIQUE INDEX "Egg_henId_key" ON "Egg"("henId");

-- check foreign keys again
PRAGMA foreign_keys=ON;
