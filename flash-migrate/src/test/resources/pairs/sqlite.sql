-- pair: columns come, go and change under triggers, views, expression and partial indexes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, gone INTEGER);
CREATE INDEX e ON t (lower(a));
CREATE UNIQUE INDEX p ON t (b) WHERE b > 0;
CREATE TABLE log (id INTEGER PRIMARY KEY, note TEXT);
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log (note) VALUES (NEW.a); END;
CREATE VIEW v AS SELECT id, a FROM t;
INSERT INTO t VALUES (1, 'x', 2, 3);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b REAL, c TEXT DEFAULT 'c');
CREATE INDEX e ON t (lower(a));
CREATE UNIQUE INDEX p ON t (b) WHERE b > 0;
CREATE TABLE log (id INTEGER PRIMARY KEY, note TEXT);
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log (note) VALUES (NEW.a); END;
CREATE VIEW v AS SELECT id, a FROM t;
-- holds: SELECT a = 'x' AND b = 2.0 AND c = 'c' FROM t

-- pair: an AUTOINCREMENT table is rebuilt and goes on counting
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);
INSERT INTO t VALUES (1, 'x'), (9, 'y'); DELETE FROM t WHERE id = 9;
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INTEGER NOT NULL DEFAULT 0);
-- holds: SELECT seq = 9 FROM sqlite_sequence WHERE name = 't'

-- pair: a foreign key comes to rows that are there, its actions change, another goes
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER, c_id INTEGER REFERENCES a (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE);
INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1, 1); INSERT INTO c VALUES (1, 1);
-- becomes
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE SET NULL ON UPDATE CASCADE, c_id INTEGER);
CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE RESTRICT);
-- holds: SELECT (SELECT count(*) FROM b) = 1 AND (SELECT count(*) FROM c) = 1

-- pair: the parent of cascading children is rebuilt and the children stay
CREATE TABLE a (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id) ON DELETE CASCADE);
INSERT INTO a VALUES (1, '5'); INSERT INTO b VALUES (1, 1);
-- becomes
CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id) ON DELETE CASCADE);
-- holds: SELECT count(*) = 1 FROM b

-- pair: tables that point to each other and to themselves change at once
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id), up INTEGER REFERENCES a (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id));
INSERT INTO a VALUES (1, NULL, NULL); INSERT INTO b VALUES (1, 1); UPDATE a SET b_id = 1, up = 1;
-- becomes
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id) ON DELETE SET NULL, up INTEGER REFERENCES a (id) ON DELETE CASCADE);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER NOT NULL REFERENCES a (id), c_id INTEGER REFERENCES c (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
-- holds: SELECT b_id = 1 AND up = 1 FROM a

-- pair: a primary key becomes composite and is pointed to
CREATE TABLE a (x INTEGER NOT NULL, y INTEGER NOT NULL, PRIMARY KEY (x));
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER);
INSERT INTO a VALUES (1, 2); INSERT INTO b VALUES (1, 1, 2);
-- becomes
CREATE TABLE a (x INTEGER NOT NULL, y INTEGER NOT NULL, PRIMARY KEY (y, x));
CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER, FOREIGN KEY (y, x) REFERENCES a (y, x) ON DELETE CASCADE);
-- holds: SELECT count(*) = 1 FROM b

-- pair: table and columns renamed, with a foreign key, an index, a trigger and a view
CREATE TABLE old_name (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b TEXT);
CREATE UNIQUE INDEX old_a ON old_name (a);
CREATE TABLE other (x INTEGER REFERENCES old_name (a));
INSERT INTO old_name VALUES (1, 1, 'x'); INSERT INTO other VALUES (1);
-- becomes
CREATE TABLE new_name (id INTEGER PRIMARY KEY, alpha INTEGER NOT NULL, b TEXT);
CREATE UNIQUE INDEX new_alpha ON new_name (alpha);
CREATE TABLE other (x INTEGER REFERENCES new_name (alpha));
-- rename table: old_name = new_name
-- rename column: new_name.a = alpha
-- holds: SELECT alpha = 1 AND b = 'x' FROM new_name

-- pair: two columns swap their names, two tables swap theirs
CREATE TABLE p (id INTEGER PRIMARY KEY, a INTEGER, b TEXT); CREATE TABLE q (id INTEGER PRIMARY KEY, z DATETIME);
INSERT INTO p VALUES (1, 2, 'x'); INSERT INTO q VALUES (5, '2020-01-01');
-- becomes
CREATE TABLE q (id INTEGER PRIMARY KEY, b INTEGER, a TEXT); CREATE TABLE p (id INTEGER PRIMARY KEY, z DATETIME);
-- rename table: p = q
-- rename table: q = p
-- rename column: q.a = b
-- rename column: q.b = a
-- holds: SELECT b = 2 AND a = 'x' FROM q

-- pair: a column is renamed and changes its type in one go
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, keep TEXT);
INSERT INTO t VALUES (1, '5', 'k');
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, keep TEXT);
-- rename column: t.a = n
-- holds: SELECT n = 5 AND keep = 'k' FROM t

-- pair: checks come, go and change
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b INTEGER, CONSTRAINT ab CHECK (a < b));
INSERT INTO t VALUES (1, 2, 3);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a >= 0), b INTEGER, c TEXT CHECK (c IN ('it''s', ')')), CONSTRAINT ab CHECK (a <= b));

-- pair: generated columns come, go and change
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, twice INTEGER GENERATED ALWAYS AS (a * 2) STORED, gone TEXT GENERATED ALWAYS AS (a || 'x') VIRTUAL);
INSERT INTO t (id, a) VALUES (1, 5);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, twice INTEGER GENERATED ALWAYS AS (a * 3) STORED, word TEXT GENERATED ALWAYS AS ('n' || a) VIRTUAL);
-- holds: SELECT twice = 15 AND word = 'n5' FROM t

-- pair: spellings of defaults
CREATE TABLE t (id INTEGER PRIMARY KEY);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'it''s "quoted" \ and
two lines', b TEXT DEFAULT '', c INTEGER DEFAULT -1, d DECIMAL DEFAULT 1.50, e BOOLEAN DEFAULT true, f DATETIME DEFAULT CURRENT_TIMESTAMP, g TEXT DEFAULT (lower('A')), h BLOB DEFAULT X'DEADBEEF', i REAL DEFAULT 1e10, j TEXT, k TEXT DEFAULT 'Ünï ☃ 💡', l INTEGER DEFAULT (2 + 3), m TEXT DEFAULT "double", n INTEGER DEFAULT +5, o DATE DEFAULT CURRENT_DATE, p JSONB DEFAULT '{"a": 1}');

-- pair: kinds of indexes, order, collation
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT COLLATE NOCASE);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (a, b DESC);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c TEXT COLLATE NOCASE);
CREATE UNIQUE INDEX i1 ON t (a COLLATE NOCASE, c);
CREATE INDEX i2 ON t (b, a DESC) WHERE a IS NOT NULL AND b <> 3;
CREATE INDEX i3 ON t (abs(b), upper(a) DESC);

-- pair: unique constraints, autoindexes and WITHOUT ROWID
CREATE TABLE t (id TEXT PRIMARY KEY, a TEXT UNIQUE, b INTEGER, UNIQUE (a, b));
CREATE TABLE w (id TEXT PRIMARY KEY, a TEXT) WITHOUT ROWID;
INSERT INTO t VALUES ('x', 'y', 1); INSERT INTO w VALUES ('x', 'y');
-- becomes
CREATE TABLE t (id TEXT PRIMARY KEY NOT NULL, a TEXT, b INTEGER, UNIQUE (b, a));
CREATE TABLE w (id TEXT PRIMARY KEY, a INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
CREATE TABLE s (id INTEGER PRIMARY KEY, a TEXT) STRICT;

-- pair: reserved, quoted, Unicode and odd names
CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "from" TEXT);
INSERT INTO "order" VALUES (1, 'x');
-- becomes
CREATE TABLE "order" ("select" INTEGER PRIMARY KEY, "from" INTEGER NOT NULL, "group" TEXT DEFAULT 'user' CHECK ("group" <> 'null'), [Mixed Case] INTEGER, `sp ace` TEXT, "quo""te" INTEGER, "日本語" TEXT, "semi;colon" INTEGER, "a.b" INTEGER);
CREATE INDEX "in dex;" ON "order" ("quo""te", "日本語");
CREATE TABLE "user" (id INTEGER PRIMARY KEY, "order" INTEGER REFERENCES "order" ("select"));

-- pair: types change and rows stay
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c DATETIME, d REAL, e BLOB, f BOOLEAN);
INSERT INTO t VALUES (1, '12', 7, '2020-01-02', 1.5, x'00ff', 1);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a BIGINT, b TEXT, c TEXT, d DECIMAL, e BLOB NOT NULL, f INTEGER);
-- holds: SELECT a = 12 AND b = '7' AND d = 1.5 AND e = x'00ff' AND f = 1 FROM t

-- pair: a view over a table that is rebuilt, and a view over that view
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a || '!' AS shout FROM v;
CREATE TRIGGER vt INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;
INSERT INTO t VALUES (1, 'x');
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b INTEGER);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a || '!' AS shout FROM v;
CREATE TRIGGER vt INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END;
-- holds: SELECT shout = 'x!' FROM w

-- pair: a column goes that an index, a unique constraint and a foreign key stand on
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER, y INTEGER REFERENCES a (id), UNIQUE (x, y));
CREATE INDEX i ON t (y, x);
INSERT INTO a VALUES (1); INSERT INTO t VALUES (1, 2, 1);
-- becomes
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER UNIQUE);
CREATE INDEX i ON t (x);
-- holds: SELECT x = 2 FROM t

-- pair: a table is dropped that others point to, in a cycle
CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
INSERT INTO a VALUES (1, NULL); INSERT INTO c VALUES (1, 1);
-- becomes
CREATE TABLE c (id INTEGER PRIMARY KEY, a_id INTEGER);
-- holds: SELECT a_id = 1 FROM c

-- pair: names that differ in case only, and a column of no type
CREATE TABLE Item (Id INTEGER PRIMARY KEY, Any, "Name" varchar(20) NOT NULL);
INSERT INTO Item VALUES (1, 'x', 'n');
-- becomes
CREATE TABLE Item (Id INTEGER PRIMARY KEY, Any, "Name" varchar(40) NOT NULL, price decimal(10,2) NOT NULL DEFAULT 0);
-- holds: SELECT Any = 'x' AND price = 0 FROM Item
