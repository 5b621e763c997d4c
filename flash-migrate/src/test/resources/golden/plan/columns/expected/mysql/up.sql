-- loses data: the values of column `User.old`, which is dropped

-- give rows of User without age the default
UPDATE `User` SET `age` = 18 WHERE `age` IS NULL;

-- alter table User
ALTER TABLE `User` DROP COLUMN `old`,
    MODIFY COLUMN `age` INTEGER NOT NULL DEFAULT 18,
    MODIFY COLUMN `bio` VARCHAR(191) NULL,
    MODIFY COLUMN `score` BIGINT NOT NULL,
    ADD COLUMN `nickname` VARCHAR(191) NULL,
    ADD UNIQUE INDEX `User_email_key`(`email`);
