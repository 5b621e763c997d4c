-- rename table User to Account
ALTER TABLE "User" RENAME TO "Account";

-- rename column email of Account to mail
ALTER TABLE "Account" RENAME COLUMN "email" TO "mail";

-- rename column authorId of Post to writerId
ALTER TABLE "Post" RENAME COLUMN "authorId" TO "writerId";

-- rename constraint User_pkey of Account to Account_pkey
ALTER TABLE "Account" RENAME CONSTRAINT "User_pkey" TO "Account_pkey";

-- rename index User_email_key to Account_mail_key
ALTER INDEX "User_email_key" RENAME TO "Account_mail_key";

-- rename constraint Post_authorId_fkey of Post to Post_writerId_fkey
ALTER TABLE "Post" RENAME CONSTRAINT "Post_authorId_fkey" TO "Post_writerId_fkey";
