-- loses data: all rows of table `User`, which is dropped
-- loses data: all rows of table `Post`, which is dropped
-- loses data: all rows of table `tags`, which is dropped
-- loses data: all rows of table `_PostToTag`, which is dropped

-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- drop table User
DROP TABLE "User";

-- drop table Post
DROP TABLE "Post";

-- drop table tags
DROP TABLE "tags";

-- drop table _PostToTag
DROP TABLE "_PostToTag";

-- check foreign keys again
PRAGMA foreign_keys=ON;
