-- rename table Account to User
ALTER TABLE "Account" RENAME TO "User";

-- rename column mail of User to email
ALTER TABLE "User" RENAME COLUMN "mail" TO "email";

-- rename column writerId of Post to authorId
ALTER TABLE "Post" RENAME COLUMN "writerId" TO "authorId";

-- drop index Account_mail_key
DROP INDEX "Account_mail_key";

-- create index User_email_key
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
