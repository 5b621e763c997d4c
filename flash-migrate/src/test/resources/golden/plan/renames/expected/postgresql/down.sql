-- rename table Account to User
ALTER TABLE "Account" RENAME TO "User";

-- rename column mail of User to email
ALTER TABLE "User" RENAME COLUMN "mail" TO "email";

-- rename column writerId of Post to authorId
ALTER TABLE "Post" RENAME COLUMN "writerId" TO "authorId";

-- rename constraint Account_pkey of User to User_pkey
ALTER TABLE "User" RENAME CONSTRAINT "Account_pkey" TO "User_pkey";

-- rename index Account_mail_key to User_email_key
ALTER INDEX "Account_mail_key" RENAME TO "User_email_key";

-- rename constraint Post_writerId_fkey of Post to Post_authorId_fkey
ALTER TABLE "Post" RENAME CONSTRAINT "Post_writerId_fkey" TO "Post_authorId_fkey";
