-- loses data: the values of column `User.nickname`, which is dropped

-- alter table User
ALTER TABLE `User` DROP INDEX `User_email_key`,
    DROP COLUMN `nickname`,
    MODIFY COLUMN `age` INTEGER NULL,
    MODIFY COLUMN `bio` VARCHAR(191) NOT NULL,
    MODIFY COLUMN `score` INTEGER NOT NULL,
    ADD COLUMN `old` VARCHAR(191) NOT NULL;
