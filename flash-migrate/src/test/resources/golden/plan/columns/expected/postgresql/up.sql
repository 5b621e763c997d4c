-- loses data: the values of column `User.old`, which is dropped

-- give rows of User without age the default
UPDATE "User" SET "age" = 18 WHERE "age" IS NULL;

-- alter table User
ALTER TABLE "User" DROP COLUMN "old",
ALTER COLUMN "age" SET NOT NULL,
ALTER COLUMN "age" SET DEFAULT 18,
ALTER COLUMN "bio" DROP NOT NULL,
ALTER COLUMN "score" SET DATA TYPE BIGINT,
ADD COLUMN "nickname" TEXT;

-- create index User_email_key
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
