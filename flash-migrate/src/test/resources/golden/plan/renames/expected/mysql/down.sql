-- rename table Account to User
RENAME TABLE `Account` TO `User`;

-- rename column mail of User to email
ALTER TABLE `User` RENAME COLUMN `mail` TO `email`;

-- rename column writerId of Post to authorId
ALTER TABLE `Post` RENAME COLUMN `writerId` TO `authorId`;

-- drop foreign keys of Post
ALTER TABLE `Post` DROP FOREIGN KEY `Post_writerId_fkey`;

-- alter table User
ALTER TABLE `User` RENAME INDEX `Account_mail_key` TO `User_email_key`;

-- alter table Post
ALTER TABLE `Post` DROP INDEX `Post_writerId_fkey`;

-- add foreign keys to Post
ALTER TABLE `Post` ADD CONSTRAINT `Post_authorId_fkey` FOREIGN KEY (`authorId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
