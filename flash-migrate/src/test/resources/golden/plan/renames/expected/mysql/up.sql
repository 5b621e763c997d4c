-- rename table User to Account
RENAME TABLE `User` TO `Account`;

-- rename column email of Account to mail
ALTER TABLE `Account` RENAME COLUMN `email` TO `mail`;

-- rename column authorId of Post to writerId
ALTER TABLE `Post` RENAME COLUMN `authorId` TO `writerId`;

-- drop foreign keys of Post
ALTER TABLE `Post` DROP FOREIGN KEY `Post_authorId_fkey`;

-- alter table Account
ALTER TABLE `Account` RENAME INDEX `User_email_key` TO `Account_mail_key`;

-- alter table Post
ALTER TABLE `Post` DROP INDEX `Post_authorId_fkey`;

-- add foreign keys to Post
ALTER TABLE `Post` ADD CONSTRAINT `Post_writerId_fkey` FOREIGN KEY (`writerId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
