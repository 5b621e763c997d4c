-- alter table Coop
ALTER TABLE `Coop` MODIFY COLUMN `id` INTEGER NOT NULL;

-- create table Hen
CREATE TABLE `Hen` (
    `id` INTEGER NOT NULL,
    `eggId` INTEGER NOT NULL,
    `coopId` INTEGER NOT NULL,

    UNIQUE INDEX `Hen_eggId_key`(`eggId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- create table Egg
CREATE TABLE `Egg` (
    `id` INTEGER NOT NULL,
    `henId` INTEGER NOT NULL,

    UNIQUE INDEX `Egg_henId_key`(`henId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- add foreign keys to Hen
ALTER TABLE `Hen` ADD CONSTRAINT `Hen_eggId_fkey` FOREIGN KEY (`eggId`) REFERENCES `Egg`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT `Hen_coopId_fkey` FOREIGN KEY (`coopId`) REFERENCES `Coop`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- add foreign keys to Egg
ALTER TABLE `Egg` ADD CONSTRAINT `Egg_henId_fkey` FOREIGN KEY (`henId`) REFERENCES `Hen`(`id`) ON DELETE NO ACTION ON UPDATE NO ACTION;
