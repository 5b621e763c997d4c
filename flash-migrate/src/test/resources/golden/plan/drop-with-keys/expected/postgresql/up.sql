-- loses data: all rows of table `Hen`, which is dropped
-- loses data: all rows of table `Egg`, which is dropped

-- drop foreign key Hen_eggId_fkey of Hen
ALTER TABLE "Hen" DROP CONSTRAINT "Hen_eggId_fkey";

-- drop foreign key Hen_coopId_fkey of Hen
ALTER TABLE "Hen" DROP CONSTRAINT "Hen_coopId_fkey";

-- drop foreign key Egg_henId_fkey of Egg
ALTER TABLE "Egg" DROP CONSTRAINT "Egg_henId_fkey";

-- drop table Hen
DROP TABLE "Hen";

-- drop table Egg
DROP TABLE "Egg";

-- alter table Coop
ALTER TABLE "Coop" ALTER COLUMN "id" SET DATA TYPE TEXT;
