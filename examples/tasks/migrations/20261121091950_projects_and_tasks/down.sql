-- loses data: all rows of table `Project`, which is dropped
-- loses data: all rows of table `tasks`, which is dropped

-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- drop table Project
DROP TABLE "Project";

-- drop table tasks
DROP TABLE "tasks";

-- check foreign keys again
PRAGMA foreign_keys=ON;
