-- alter table User
ALTER TABLE `User` MODIFY COLUMN `a` INTEGER NULL DEFAULT 7;

-- give rows of User without a the default
UPDATE `User` SET `a` = 7 WHERE `a` IS NULL;

-- require a of User
ALTER TABLE `User` MODIFY COLUMN `a` INTEGER NOT NULL DEFAULT 7;
