-- loses data: all rows of table `Third`, which is dropped

-- rename table First to Zero
ALTER TABLE "First" RENAME TO "Zero";

-- rename table Third to Third_old
ALTER TABLE "Third" RENAME TO "Third_old";

-- rename table _FirstToSecond to _ThirdToZero
ALTER TABLE "_FirstToSecond" RENAME TO "_ThirdToZero";

-- rename table Second to Third
ALTER TABLE "Second" RENAME TO "Third";

-- rename column a of Zero to a_moving
ALTER TABLE "Zero" RENAME COLUMN "a" TO "a_moving";

-- rename column b of Zero to a
ALTER TABLE "Zero" RENAME COLUMN "b" TO "a";

-- rename column a_moving of Zero to b
ALTER TABLE "Zero" RENAME COLUMN "a_moving" TO "b";

-- rename column A of _ThirdToZero to A_moving
ALTER TABLE "_ThirdToZero" RENAME COLUMN "A" TO "A_moving";

-- rename column B of _ThirdToZero to A
ALTER TABLE "_ThirdToZero" RENAME COLUMN "B" TO "A";

-- rename column A_moving of _ThirdToZero to B
ALTER TABLE "_ThirdToZero" RENAME COLUMN "A_moving" TO "B";

-- drop index _FirstToSecond_B_index
DROP INDEX "_FirstToSecond_B_index";

-- drop table Third_old
DROP TABLE "Third_old";

-- rename constraint First_pkey of Zero to Zero_pkey
ALTER TABLE "Zero" RENAME CONSTRAINT "First_pkey" TO "Zero_pkey";

-- rename constraint Second_pkey of Third to Third_pkey
ALTER TABLE "Third" RENAME CONSTRAINT "Second_pkey" TO "Third_pkey";

-- alter table _ThirdToZero
ALTER TABLE "_ThirdToZero" DROP CONSTRAINT "_FirstToSecond_AB_pkey",
ADD CONSTRAINT "_ThirdToZero_AB_pkey" PRIMARY KEY ("A", "B");

-- rename constraint _FirstToSecond_B_fkey of _ThirdToZero to _ThirdToZero_A_fkey
ALTER TABLE "_ThirdToZero" RENAME CONSTRAINT "_FirstToSecond_B_fkey" TO "_ThirdToZero_A_fkey";

-- rename constraint _FirstToSecond_A_fkey of _ThirdToZero to _ThirdToZero_B_fkey
ALTER TABLE "_ThirdToZero" RENAME CONSTRAINT "_FirstToSecond_A_fkey" TO "_ThirdToZero_B_fkey";

-- create index _ThirdToZero_B_index
CREATE INDEX "_ThirdToZero_B_index" ON "_ThirdToZero"("B");
