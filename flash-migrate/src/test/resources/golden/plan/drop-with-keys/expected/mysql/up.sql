-- loses data: all rows of table `Hen`, which is dropped
-- loses data: all rows of table `Egg`, which is dropped

-- drop foreign keys of Hen
ALTER TABLE `Hen` DROP FOREIGN KEY `Hen_eggId_fkey`, DROP FOREIGN KEY `Hen_coopId_fkey`;

-- drop foreign keys of Egg
ALTER TABLE `Egg` DROP FOREIGN KEY `Egg_henId_fkey`;

-- drop table Hen
DROP TABLE `Hen`;

-- drop table Egg
DROP TABLE `Egg`;

-- alter table Coop
ALTER TABLE `Coop` MODIFY COLUMN `id` VARCHAR(191) NOT NULL;
