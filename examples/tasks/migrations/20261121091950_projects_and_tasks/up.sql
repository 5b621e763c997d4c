-- create table Project
CREATE TABLE "Project" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL
);

-- create table tasks
CREATE TABLE "tasks" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "estimate" DECIMAL NOT NULL DEFAULT 0,
    "doneAt" DATETIME,
    "project_id" INTEGER NOT NULL,
    CONSTRAINT "tasks_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- create index Project_name_key
CREATE UNIQUE INDEX "Project_name_key" ON "Project"("name");

-- create index tasks_project_id_status_idx
CREATE INDEX "tasks_project_id_status_idx" ON "tasks"("project_id", "status");
