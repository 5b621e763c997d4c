-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- rebuild table Cat
CREATE TABLE "new_Cat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mood" TEXT NOT NULL DEFAULT 'GLAD',
    "other" TEXT
);
INSERT INTO "new_Cat" ("id", "mood", "other") SELECT "id", CASE "mood" WHEN 'HAPPY' THEN 'GLAD' WHEN 'grim' THEN 'GRIM' ELSE "mood" END, CASE "other" WHEN 'HAPPY' THEN 'GLAD' WHEN 'grim' THEN 'GRIM' ELSE "other" END FROM "Cat";
DELETE FROM sqlite_sequence WHERE name = 'new_Cat';
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_Cat', seq FROM sqlite_sequence WHERE name = 'Cat';
DROP TABLE "Cat";
PRAGMA legacy_alter_table=ON;
ALTER TABLE "new_Cat" RENAME TO "Cat";
PRAGMA legacy_alter_table=OFF;

-- check foreign keys again
PRAGMA foreign_keys=ON;
