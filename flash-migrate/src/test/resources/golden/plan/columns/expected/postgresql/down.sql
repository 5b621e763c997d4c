-- loses data: the values of column `User.nickname`, which is dropped

-- drop index User_email_key
DROP INDEX "User_email_key";

-- alter table User
ALTER TABLE "User" DROP COLUMN "nickname",
ALTER COLUMN "age" DROP DEFAULT,
ALTER COLUMN "age" DROP NOT NULL,
ALTER COLUMN "bio" SET NOT NULL,
ALTER COLUMN "score" SET DATA TYPE INTEGER,
ADD COLUMN "old" TEXT NOT NULL;
