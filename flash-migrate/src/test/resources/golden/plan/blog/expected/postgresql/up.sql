-- create enum Role
CREATE TYPE "Role" AS ENUM ('USER', 'admin');

-- create table User
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" "Role" NOT NULL DEFAULT 'USER',
    "balance" DECIMAL(65,30) NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- create table Post
CREATE TABLE "Post" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT 'it''s "new"',
    "body" TEXT,
    "authorId" INTEGER,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- create table tags
CREATE TABLE "tags" (
    "id" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- create table _PostToTag
CREATE TABLE "_PostToTag" (
    "A" TEXT NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A", "B")
);

-- create index User_email_key
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- create index Post_title_authorId_key
CREATE UNIQUE INDEX "Post_title_authorId_key" ON "Post"("title", "authorId");

-- create index Post_authorId_title_idx
CREATE INDEX "Post_authorId_title_idx" ON "Post"("authorId", "title" DESC);

-- create index _PostToTag_B_index
CREATE INDEX "_PostToTag_B_index" ON "_PostToTag"("B");

-- add foreign key Post_authorId_fkey to Post
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- add foreign key _PostToTag_A_fkey to _PostToTag
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- add foreign key _PostToTag_B_fkey to _PostToTag
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;
