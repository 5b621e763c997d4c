-- rename table Third to Second
ALTER TABLE "Third" RENAME TO "Second";

-- rename table Zero to First
ALTER TABLE "Zero" RENAME TO "First";

-- rename table _ThirdToZero to _FirstToSecond
ALTER TABLE "_ThirdToZero" RENAME TO "_FirstToSecond";

-- rename column a of First to a_moving
ALTER TABLE "First" RENAME COLUMN "a" TO "a_moving";

-- rename column b of First to a
ALTER TABLE "First" RENAME COLUMN "b" TO "a";

-- rename column a_moving of First to b
ALTER TABLE "First" RENAME COLUMN "a_moving" TO "b";

-- rename column A of _FirstToSecond to A_moving
ALTER TABLE "_FirstToSecond" RENAME COLUMN "A" TO "A_moving";

-- rename column B of _FirstToSecond to A
ALTER TABLE "_FirstToSecond" RENAME COLUMN "B" TO "A";

-- rename column A_moving of _FirstToSecond to B
ALTER TABLE "_FirstToSecond" RENAME COLUMN "A_moving" TO "B";

-- drop index _ThirdToZero_AB_unique
DROP INDEX "_ThirdToZero_AB_unique";

-- drop index _ThirdToZero_B_index
DROP INDEX "_ThirdToZero_B_index";

-- create table Third
CREATE TABLE "Third" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
);

-- create index _FirstToSecond_AB_unique
CREATE UNIQUE INDEX "_FirstToSecond_AB_unique" ON "_FirstToSecond"("A", "B");

-- create index _FirstToSecond_B_index
CREATE INDEX "_FirstToSecond_B_index" ON "_FirstToSecond"("B");
