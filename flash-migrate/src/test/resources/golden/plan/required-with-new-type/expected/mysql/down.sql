-- alter table User
ALTER TABLE `User` MODIFY COLUMN `a` VARCHAR(191) NULL;
