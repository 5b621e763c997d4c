-- loses data: all rows of table `accounts`, which is dropped
-- loses data: all rows of table `transfers`, which is dropped

-- keep DROP TABLE from deleting rows of other tables
PRAGMA foreign_keys=OFF;

-- drop table accounts
DROP TABLE "accounts";

-- drop table transfers
DROP TABLE "transfers";

-- check foreign keys again
PRAGMA foreign_keys=ON;
