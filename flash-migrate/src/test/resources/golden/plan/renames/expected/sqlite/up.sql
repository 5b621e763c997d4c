-- rename table User to Account
ALTER TABLE "User" RENAME TO "Account";

-- rename column email of Account to mail
ALTER TABLE "Account" RENAME COLUMN "email" TO "mail";

-- rename column authorId of Post to writerId
ALTER TABLE "Post" RENAME COLUMN "authorId" TO "writerId";

-- drop index User_email_key
DROP INDEX "User_email_key";

-- create index Account_mail_key
CREATE UNIQUE INDEX "Account_mail_key" ON "Account"("mail");
