-- loses data: all rows of table `Third`, which is dropped

-- rename table First to Zero
RENAME TABLE `First` TO `Zero`;

-- rename table Third to Third_old
RENAME TABLE `Third` TO `Third_old`;

-- rename table _FirstToSecond to _ThirdToZero
RENAME TABLE `_FirstToSecond` TO `_ThirdToZero`;

-- rename table Second to Third
RENAME TABLE `Second` TO `Third`;

-- rename column a of Zero to a_moving
ALTER TABLE `Zero` RENAME COLUMN `a` TO `a_moving`;

-- rename column b of Zero to a
ALTER TABLE `Zero` RENAME COLUMN `b` TO `a`;

-- rename column a_moving of Zero to b
ALTER TABLE `Zero` RENAME COLUMN `a_moving` TO `b`;

-- rename column A of _ThirdToZero to A_moving
ALTER TABLE `_ThirdToZero` RENAME COLUMN `A` TO `A_moving`;

-- rename column B of _ThirdToZero to A
ALTER TABLE `_ThirdToZero` RENAME COLUMN `B` TO `A`;

-- rename column A_moving of _ThirdToZero to B
ALTER TABLE `_ThirdToZero` RENAME COLUMN `A_moving` TO `B`;

-- drop foreign keys of _ThirdToZero
ALTER TABLE `_ThirdToZero` DROP FOREIGN KEY `_FirstToSecond_B_fkey`, DROP FOREIGN KEY `_FirstToSecond_A_fkey`;

-- drop table Third_old
DROP TABLE `Third_old`;

-- alter table _ThirdToZero
ALTER TABLE `_ThirdToZero` DROP INDEX `_FirstToSecond_AB_unique`,
    DROP INDEX `_FirstToSecond_B_index`,
    ADD UNIQUE INDEX `_ThirdToZero_AB_unique`(`A`, `B`),
    ADD INDEX `_ThirdToZero_B_index`(`B`);

-- add foreign keys to _ThirdToZero
ALTER TABLE `_ThirdToZero` ADD CONSTRAINT `_ThirdToZero_A_fkey` FOREIGN KEY (`A`) REFERENCES `Third`(`id`) ON DELETE CASCADE ON UPDATE CASCADE,
    ADD CONSTRAINT `_ThirdToZero_B_fkey` FOREIGN KEY (`B`) REFERENCES `Zero`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
