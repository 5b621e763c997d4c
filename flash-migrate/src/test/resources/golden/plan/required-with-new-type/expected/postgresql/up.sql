-- alter table User
ALTER TABLE "User" ALTER COLUMN "a" SET DATA TYPE INTEGER USING (("a"::text)::INTEGER),
ALTER COLUMN "a" SET DEFAULT 7;

-- give rows of User without a the default
UPDATE "User" SET "a" = 7 WHERE "a" IS NULL;

-- require a of User
ALTER TABLE "User" ALTER COLUMN "a" SET NOT NULL;
