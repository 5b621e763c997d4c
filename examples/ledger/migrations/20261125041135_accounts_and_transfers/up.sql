-- create table accounts
CREATE TABLE "accounts" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "owner" TEXT NOT NULL,
    "cents" BIGINT NOT NULL DEFAULT 0,
    "opened_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- create table transfers
CREATE TABLE "transfers" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,
    "memo" TEXT,
    CONSTRAINT "transfers_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "transfers_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- create index accounts_owner_key
CREATE UNIQUE INDEX "accounts_owner_key" ON "accounts"("owner");

-- create index transfers_from_id_idx
CREATE INDEX "transfers_from_id_idx" ON "transfers"("from_id");

-- create index transfers_to_id_idx
CREATE INDEX "transfers_to_id_idx" ON "transfers"("to_id");
