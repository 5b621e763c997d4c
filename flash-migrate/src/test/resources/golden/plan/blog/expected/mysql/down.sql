-- loses data: all rows of table `User`, which is dropped
-- loses data: all rows of table `Post`, which is dropped
-- loses data: all rows of table `tags`, which is dropped
-- loses data: all rows of table `_PostToTag`, which is dropped

-- drop foreign keys of Post
ALTER TABLE `Post` DROP FOREIGN KEY `Post_authorId_fkey`;

-- drop foreign keys of _PostToTag
ALTER TABLE `_PostToTag` DROP FOREIGN KEY `_PostToTag_A_fkey`, DROP FOREIGN KEY `_PostToTag_B_fkey`;

-- drop table User
DROP TABLE `User`;

-- drop table Post
DROP TABLE `Post`;

-- drop table tags
DROP TABLE `tags`;

-- drop table _PostToTag
DROP TABLE `_PostToTag`;
