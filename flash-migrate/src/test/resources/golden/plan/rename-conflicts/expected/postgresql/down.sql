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

-- drop index _ThirdToZero_B_index
DROP INDEX "_ThirdToZero_B_index";

-- rename constraint Zero_pkey of First to First_pkey
ALTER TABLE "First" RENAME CONSTRAINT "Zero_pkey" TO "First_pkey";

-- rename constraint Third_pkey of Second to Second_pkey
ALTER TABLE "Second" RENAME CONSTRAINT "Third_pkey" TO "Second_pkey";

-- alter table _FirstToSecond
ALTER TABLE "_FirstToSecond" DROP CONSTRAINT "_ThirdToZero_AB_pkey",
ADD CONSTRAINT "_FirstToSecond_AB_pkey" PRIMARY KEY ("A", "B");

-- rename constraint _ThirdToZero_B_fkey of _FirstToSecond to _FirstToSecond_A_fkey
ALTER TABLE "_FirstToSecond" RENAME CONSTRAINT "_ThirdToZero_B_fkey" TO "_FirstToSecond_A_fkey";

-- rename constraint _ThirdToZero_A_fkey of _FirstToSecond to _FirstToSecond_B_fkey
ALTER TABLE "_FirstToSecond" RENAME CONSTRAINT "_ThirdToZero_A_fkey" TO "_FirstToSecond_B_fkey";

-- create table Third
CREATE TABLE "Third" (
    "id" INTEGER NOT NULL,

    CONSTRAINT "Third_pkey" PRIMARY KEY ("id")
);

-- create index _FirstToSecond_B_index
CREATE INDEX "_FirstToSecond_B_index" ON "_FirstToSecond"("B");
