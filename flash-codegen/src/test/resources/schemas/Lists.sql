CREATE TYPE "Level" AS ENUM ('LOW', 'top');
CREATE TABLE items (id INTEGER PRIMARY KEY, words TEXT[], counts BIGINT[], levels "Level"[], days DATE[], ids UUID[]);
