-- rename value GLAD of enum Mood to HAPPY
ALTER TYPE "Mood" RENAME VALUE 'GLAD' TO 'HAPPY';

-- rename value GRIM of enum Mood to grim
ALTER TYPE "Mood" RENAME VALUE 'GRIM' TO 'grim';

-- replace the values of enum Mood
CREATE TYPE "Mood_new" AS ENUM ('HAPPY', 'SAD', 'grim');
ALTER TABLE "Cat" ALTER COLUMN "mood" DROP DEFAULT,
ALTER COLUMN "mood" TYPE "Mood_new" USING ("mood"::text::"Mood_new"),
ALTER COLUMN "other" TYPE "Mood_new" USING ("other"::text::"Mood_new");
ALTER TYPE "Mood" RENAME TO "Mood_old";
ALTER TYPE "Mood_new" RENAME TO "Mood";
ALTER TABLE "Cat" ALTER COLUMN "mood" SET DEFAULT 'HAPPY';

-- drop the former enum Mood
DROP TYPE "Mood_old";
