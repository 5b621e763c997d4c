-- loses data: all rows of table `User`, which is dropped
-- loses data: all rows of table `Post`, which is dropped
-- loses data: all rows of table `tags`, which is dropped
-- loses data: all rows of table `_PostToTag`, which is dropped

-- drop foreign key Post_authorId_fkey of Post
ALTER TABLE "Post" DROP CONSTRAINT "Post_authorId_fkey";

-- drop foreign key _PostToTag_A_fkey of _PostToTag
ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_A_fkey";

-- drop foreign key _PostToTag_B_fkey of _PostToTag
ALTER TABLE "_PostToTag" DROP CONSTRAINT "_PostToTag_B_fkey";

-- drop table User
DROP TABLE "User";

-- drop table Post
DROP TABLE "Post";

-- drop table tags
DROP TABLE "tags";

-- drop table _PostToTag
DROP TABLE "_PostToTag";

-- drop enum Role
DROP TYPE "Role";
