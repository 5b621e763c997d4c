-- rename table Third to Second
RENAME TABLE `Third` TO `Second`;

-- rename table Zero to First
RENAME TABLE `Zero` TO `First`;

-- rename table _ThirdToZero to _FirstToSecond
RENAME TABLE `_ThirdToZero` TO `_FirstToSecond`;

-- rename column a of First to a_moving
ALTER TABLE `First` RENAME COLUMN `a` TO `a_moving`;

-- rename column b of First to a
ALTER TABLE `First` RENAME COLUMN `b` TO `a`;

-- rename column a_moving of First to b
ALTER TABLE `First` RENAME COLUMN `a_moving` TO `b`;

-- rename column A of _FirstToSecond to A_moving
ALTER TABLE `_FirstToSecond` RENAME COLUMN `A` TO `A_moving`;

-- rename column B of _FirstToSecond to A
ALTER TABLE `_FirstToSecond` RENAME COLUMN `B` TO `A`;

-- rename column A_moving of _FirstToSecond to B
ALTER TABLE `_FirstToSecond` RENAME COLUMN `A_moving` TO `B`;

-- drop foreign keys of _FirstToSecond
ALTER TABLE `_FirstToSecond` DROP FOREIGN KEY `_ThirdToZero_B_fkey`, DROP FOREIGN KEY `_ThirdToZero_A_fkey`;

-- alter table _FirstToSecond
ALTER TABLE `_FirstToSecond` DROP INDEX `_ThirdToZero_AB_unique`,
    DROP INDEX `_ThirdToZero_B_index`,
    ADD UNIQUE INDEX `_FirstToSecond_AB_unique`(`A`, `B`),
    ADD INDEX `_FirstToSecond_B_index`(`B`);

-- create table Third
CREATE TABLE `Third` (
    `id` INTEGER NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- add foreign keys to _FirstToSecond
ALTER TABLE `_FirstToSecond` ADD CONSTRAINT `_FirstToSecond_A_fkey` FOREIGN KEY (`A`) REFERENCES `First`(`id`) ON DELETE CASCADE ON UPDATE CASCADE,
    ADD CONSTRAINT `_FirstToSecond_B_fkey` FOREIGN KEY (`B`) REFERENCES `Second`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
