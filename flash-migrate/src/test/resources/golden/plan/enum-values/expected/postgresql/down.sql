-- replace the values of enum Mood
CREATE TYPE "Mood_new" AS ENUM ('HAPPY', 'SAD', 'HUNGRY');
ALTER TABLE "Cat" ALTER COLUMN "mood" DROP DEFAULT,
ALTER COLUMN "mood" TYPE "Mood_new" USING ("mood"::text::"Mood_new");
ALTER TYPE "Mood" RENAME TO "Mood_old";
ALTER TYPE "Mood_new" RENAME TO "Mood";
ALTER TABLE "Cat" ALTER COLUMN "mood" SET DEFAULT 'HAPPY';

-- alter table Cat
ALTER TABLE "Cat" ALTER COLUMN "mood" SET DEFAULT 'HAPPY';

-- drop the former enum Mood
DROP TYPE "Mood_old";
