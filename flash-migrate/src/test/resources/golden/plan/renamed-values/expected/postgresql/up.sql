-- rename value HAPPY of enum Mood to GLAD
ALTER TYPE "Mood" RENAME VALUE 'HAPPY' TO 'GLAD';

-- rename value grim of enum Mood to GRIM
ALTER TYPE "Mood" RENAME VALUE 'grim' TO 'GRIM';

-- add value IDLE to enum Mood
ALTER TYPE "Mood" ADD VALUE 'IDLE';
