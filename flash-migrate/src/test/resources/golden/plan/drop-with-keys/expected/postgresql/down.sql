-- alter table Coop
ALTER TABLE "Coop" ALTER COLUMN "id" SET DATA TYPE INTEGER USING (("id"::text)::INTEGER);

-- create table Hen
CREATE TABLE "Hen" (
    "id" INTEGER NOT NULL,
    "eggId" INTEGER NOT NULL,
    "coopId" INTEGER NOT NULL,

    CONSTRAINT "Hen_pkey" PRIMARY KEY ("id")
);

-- create table Egg
CREATE TABLE "Egg" (
    "id" INTEGER NOT NULL,
    "henId" INTEGER NOT NULL,

    CONSTRAINT "Egg_pkey" PRIMARY KEY ("id")
);

-- create index Hen_eggId_key
CREATE UNIQUE INDEX "Hen_eggId_key" ON "Hen"("eggId");

-- create index Egg_henId_key
CREATE UNIQUE INDEX "Egg_henId_key" ON "Egg"("henId");

-- add foreign key Hen_eggId_fkey to Hen
ALTER TABLE "Hen" ADD CONSTRAINT "Hen_eggId_fkey" FOREIGN KEY ("eggId") REFERENCES "Egg"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- add foreign key Hen_coopId_fkey to Hen
ALTER TABLE "Hen" ADD CONSTRAINT "Hen_coopId_fkey" FOREIGN KEY ("coopId") REFERENCES "Coop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- add foreign key Egg_henId_fkey to Egg
ALTER TABLE "Egg" ADD CONSTRAINT "Egg_henId_fkey" FOREIGN KEY ("henId") REFERENCES "Hen"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
