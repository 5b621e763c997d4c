-- pair: an enum gains values at both ends and in the middle, and one is the new default
CREATE TYPE mood AS ENUM ('low', 'high');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'low');
INSERT INTO t VALUES (1, 'high');
-- becomes
CREATE TYPE mood AS ENUM ('none', 'low', 'middle', 'high', 'top');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'middle');
-- holds: SELECT m = 'high' FROM t

-- pair: an enum in an array, in a default, in a partial index and in a check loses a value and changes its order
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', ms mood[] DEFAULT '{a,b}', n int, CHECK (m <> 'b'));
CREATE INDEX t_part ON t (id) WHERE m = 'a';
INSERT INTO t VALUES (1, 'a', '{b,a}', 3);
-- becomes
CREATE TYPE mood AS ENUM ('b', 'a');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', ms mood[] DEFAULT '{a,b}', n int, CHECK (m <> 'b'));
CREATE INDEX t_part ON t (id) WHERE m = 'a';
-- holds: SELECT m = 'a' AND ms = '{b,a}' FROM t

-- pair: an enum with a view on it gains a value
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, m mood);
CREATE TABLE u (id int PRIMARY KEY, m mood);
CREATE VIEW v AS SELECT id FROM t;
-- becomes
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, m mood);
CREATE TABLE u (id int PRIMARY KEY, m mood);
CREATE VIEW v AS SELECT id FROM t;

-- pair: enum and value renamed
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a');
INSERT INTO t VALUES (1, 'a');
-- becomes
CREATE TYPE humour AS ENUM ('good', 'b');
CREATE TABLE t (id int PRIMARY KEY, m humour DEFAULT 'good');
-- rename enum: mood = humour
-- rename value: humour.a = good
-- holds: SELECT m = 'good' FROM t

-- pair: a text becomes an enum and its default with it
CREATE TABLE t (id int PRIMARY KEY, m text NOT NULL DEFAULT 'a');
INSERT INTO t VALUES (1, 'b');
-- becomes
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'a');
-- holds: SELECT m = 'b' FROM t

-- pair: a scalar becomes an array of it
CREATE TABLE t (id int PRIMARY KEY, tag text DEFAULT 'x', n int);
INSERT INTO t VALUES (1, 'y', 2);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, tag text[] DEFAULT '{x}', n int[]);
-- holds: SELECT tag = '{y}' AND n = '{2}' FROM t

-- pair: integers widen in a chain of foreign keys
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a ON DELETE CASCADE);
CREATE TABLE c (b_id int REFERENCES b ON UPDATE SET NULL, a_id int REFERENCES a);
INSERT INTO a VALUES (1); INSERT INTO b VALUES (2, 1); INSERT INTO c VALUES (2, 1);
-- becomes
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint NOT NULL REFERENCES a ON DELETE CASCADE);
CREATE TABLE c (b_id bigint REFERENCES b ON UPDATE SET NULL, a_id bigint REFERENCES a);
-- holds: SELECT count(*) = 1 FROM c JOIN b ON b.id = c.b_id JOIN a ON a.id = b.a_id

-- pair: a key of text becomes uuid on both ends of a foreign key
CREATE TABLE a (id text PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id text REFERENCES a ON DELETE SET NULL);
INSERT INTO a VALUES ('00000000-0000-0000-0000-000000000001');
INSERT INTO b VALUES (1, '00000000-0000-0000-0000-000000000001');
-- becomes
CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE b (id int PRIMARY KEY, a_id uuid REFERENCES a ON DELETE SET NULL);
-- holds: SELECT count(*) = 1 FROM b JOIN a ON a.id = b.a_id

-- pair: two tables that point to each other, with a row each, come and go
CREATE TABLE lone (id int PRIMARY KEY);
-- becomes
CREATE TABLE lone (id int PRIMARY KEY);
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a, lone_id int REFERENCES lone);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b DEFERRABLE INITIALLY DEFERRED;

-- pair: a cycle of three keys grows to four
CREATE TABLE a (id int PRIMARY KEY, n int);
CREATE TABLE b (id int PRIMARY KEY, n int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, n int REFERENCES b);
ALTER TABLE a ADD CONSTRAINT back FOREIGN KEY (n) REFERENCES c;
-- becomes
CREATE TABLE a (id int PRIMARY KEY, n int);
CREATE TABLE b (id int PRIMARY KEY, n int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, n int REFERENCES b);
CREATE TABLE d (id int PRIMARY KEY, n int REFERENCES c);
ALTER TABLE a ADD CONSTRAINT back FOREIGN KEY (n) REFERENCES d;

-- pair: a table points to itself and changes its key
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node ON DELETE CASCADE);
INSERT INTO node VALUES (1, NULL), (2, 1);
-- becomes
CREATE TABLE node (id bigint PRIMARY KEY, parent bigint REFERENCES node ON DELETE SET NULL);
-- holds: SELECT count(*) = 2 FROM node

-- pair: a primary key becomes composite and is pointed to
CREATE TABLE a (x int NOT NULL, y int NOT NULL, PRIMARY KEY (x));
CREATE TABLE b (x int, y int);
INSERT INTO a VALUES (1, 1), (2, 1); INSERT INTO b VALUES (1, 1), (NULL, 1);
-- becomes
CREATE TABLE a (x int NOT NULL, y int NOT NULL, PRIMARY KEY (y, x));
CREATE TABLE b (x int, y int, FOREIGN KEY (y, x) REFERENCES a (y, x) MATCH SIMPLE ON DELETE CASCADE);

-- pair: the primary key moves to another column while a unique key keeps the foreign key alive
CREATE TABLE a (id int PRIMARY KEY, code text NOT NULL, CONSTRAINT a_code UNIQUE (code));
CREATE TABLE b (code text REFERENCES a (code));
-- becomes
CREATE TABLE a (id int NOT NULL, code text NOT NULL, CONSTRAINT a_code UNIQUE (code), CONSTRAINT a_pk PRIMARY KEY (id, code));
CREATE TABLE b (code text REFERENCES a (code));

-- pair: a unique constraint becomes a unique index of the same name
CREATE TABLE t (id int PRIMARY KEY, a int, b int, CONSTRAINT t_ab UNIQUE (a, b));
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE UNIQUE INDEX t_ab ON t (a, b);

-- pair: nulls not distinct, included columns, deferrable unique
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, CONSTRAINT u1 UNIQUE (a), CONSTRAINT u2 UNIQUE (b));
CREATE INDEX i1 ON t (a);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, CONSTRAINT u1 UNIQUE NULLS NOT DISTINCT (a), CONSTRAINT u2 UNIQUE (b) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX i1 ON t (a) INCLUDE (b, c);

-- pair: kinds of indexes, operator classes, order of nulls, storage parameters
CREATE TABLE t (id int PRIMARY KEY, a text, j jsonb, n int, tags text[], r int4range);
CREATE INDEX i_btree ON t (a);
CREATE INDEX i_gin ON t USING gin (j);
CREATE INDEX i_n ON t (n DESC);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text, j jsonb, n int, tags text[], r int4range);
CREATE INDEX i_btree ON t (a text_pattern_ops DESC NULLS LAST);
CREATE INDEX i_gin ON t USING gin (j jsonb_path_ops) WITH (fastupdate=off);
CREATE INDEX i_n ON t USING hash (n);
CREATE INDEX i_brin ON t USING brin (id) WITH (pages_per_range='64');
CREATE INDEX i_tags ON t USING gin (tags);
CREATE INDEX i_gist ON t USING gist (r);
CREATE INDEX i_spgist ON t USING spgist (r);
CREATE INDEX i_c ON t (a COLLATE "C" NULLS FIRST, n DESC NULLS LAST);

-- pair: expression and partial indexes change their text
CREATE TABLE t (id int PRIMARY KEY, a text, deleted timestamp, n numeric(6,2));
CREATE INDEX e1 ON t (lower(a));
CREATE UNIQUE INDEX e2 ON t (a) WHERE deleted IS NULL;
CREATE INDEX e3 ON t ((n * 2)) WHERE n > 0 AND a <> 'it''s';
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text, deleted timestamp, n numeric(6,2));
CREATE INDEX e1 ON t (upper(a), id);
CREATE UNIQUE INDEX e2 ON t (lower(a), n) WHERE deleted IS NULL AND n IS NOT NULL;
CREATE INDEX e3 ON t ((n * 3), (a || 'x')) WHERE n > 0 AND a <> 'it''s';

-- pair: checks come, go and change, on columns that come and go
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT a_pos CHECK (a > 0), b int, gone int CHECK (gone < 5), CONSTRAINT ab CHECK (a < b));
INSERT INTO t VALUES (1, 2, 3, 4);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT a_pos CHECK (a >= 0), b int, c text DEFAULT 'x' CHECK (c IN ('x', 'y')), CONSTRAINT ab CHECK (a < b OR c = 'y') NOT VALID, CONSTRAINT quiet CHECK (b > 0) NO INHERIT);

-- pair: a check over a column whose type changes
CREATE TABLE t (id int PRIMARY KEY, n varchar(10) CHECK (n <> ''), w text CHECK (length(w) < 9));
INSERT INTO t VALUES (1, '7', 'w');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, n int CHECK (n <> 0), w varchar(20) CHECK (length(w) < 9));
-- holds: SELECT n = 7 FROM t

-- pair: generated columns come, go, change and turn plain
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, twice int GENERATED ALWAYS AS (a * 2) STORED, plain int GENERATED ALWAYS AS (a + 1) STORED, gone int GENERATED ALWAYS AS (a) STORED);
INSERT INTO t VALUES (1, 5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, twice int GENERATED ALWAYS AS (a * 3) STORED, plain int, word text GENERATED ALWAYS AS ('n' || a::text) STORED);
-- holds: SELECT twice = 15 AND word = 'n5' FROM t

-- pair: the column under a generated column and its index widens
CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_twice ON t (twice);
INSERT INTO t VALUES (1, 5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a bigint, twice bigint GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX t_twice ON t (twice);
-- holds: SELECT twice = 10 FROM t

-- pair: identity comes, goes, changes its kind and its options
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE c (id int GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 5) PRIMARY KEY);
INSERT INTO a VALUES (7); INSERT INTO b DEFAULT VALUES;
-- becomes
CREATE TABLE a (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2 CACHE 4) PRIMARY KEY);

-- pair: integer becomes serial, serial widens

CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id serial PRIMARY KEY);
INSERT INTO b VALUES (41); INSERT INTO c DEFAULT VALUES;
-- becomes
CREATE TABLE b (id serial PRIMARY KEY);
CREATE TABLE c (id bigserial PRIMARY KEY);

-- pair: sequences of their own, one shared by two columns
CREATE SEQUENCE s1; CREATE SEQUENCE s2 START 5 MAXVALUE 99 CYCLE;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s1'));
-- becomes
CREATE SEQUENCE s1 AS integer INCREMENT BY 2 CACHE 3; CREATE SEQUENCE s3 MINVALUE -10 START -5;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s1'), other bigint DEFAULT nextval('s1'), third bigint DEFAULT nextval('s3'));

-- pair: types change with casts that keep the rows
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b text, c int, d timestamp, e json, f char(4), g numeric(8,2), h boolean, i text, j text, k smallint);
INSERT INTO t VALUES (1, '12', '2020-01-02', 1, '2020-01-02 03:04:05', '{"a":1}', 'ab', 12.5, true, 'true', '{"b":2}', 3);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a bigint, b date, c numeric(12,2), d timestamptz(3), e jsonb, f text, g double precision, h int, i boolean, j jsonb, k int);
-- holds: SELECT a = 12 AND b = '2020-01-02' AND c = 1 AND e = '{"a":1}' AND h = 1 AND i AND j = '{"b":2}' AND k = 3 FROM t

-- pair: types change with their defaults
CREATE TABLE t (id int PRIMARY KEY, a varchar(5) DEFAULT '12', b int DEFAULT 1, c text DEFAULT 'true', d timestamp DEFAULT CURRENT_TIMESTAMP, e text DEFAULT '{}', f boolean NOT NULL DEFAULT false);
INSERT INTO t (id) VALUES (1);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 12, b text DEFAULT '1', c boolean DEFAULT true, d timestamptz DEFAULT CURRENT_TIMESTAMP, e jsonb DEFAULT '{}', f int NOT NULL DEFAULT 0);
-- holds: SELECT a = 12 AND b = '1' AND c AND e = '{}' AND f = 0 FROM t

-- pair: spellings of defaults
CREATE TABLE t (id int PRIMARY KEY);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'it''s "quoted" \ and
two lines', b text DEFAULT '', c int DEFAULT -1, d numeric DEFAULT 1.50, e boolean DEFAULT true, f date DEFAULT CURRENT_DATE, g interval DEFAULT '1 day 02:00:00', h jsonb DEFAULT '{"a": [1, "x"]}', i bytea DEFAULT '\xdeadbeef', j text[] DEFAULT ARRAY['a,b', 'c"d', NULL]::text[], k int[] DEFAULT ARRAY[]::int[], l uuid DEFAULT gen_random_uuid(), m bigint DEFAULT (2 + 3) * 4, n text DEFAULT NULL, o timestamptz DEFAULT timezone('utc', now()), p inet DEFAULT '10.0.0.1', q bit(3) DEFAULT B'101', r double precision DEFAULT 1.25, s time DEFAULT '12:00:00', t text DEFAULT 'Ünï ☃ 💡', u varchar(5) DEFAULT substring('abcdefgh' from 1 for 3), v point DEFAULT '(1,2)', w money DEFAULT 12.5, x name DEFAULT CURRENT_USER, y xml DEFAULT '<a/>', z int4range DEFAULT '[1,5)');

-- pair: required columns come with and without a default, and become required
CREATE TABLE t (id int PRIMARY KEY, a text, b text DEFAULT 'b', c text NOT NULL);
INSERT INTO t VALUES (1, 'a', 'b', 'c');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b text NOT NULL, c text, d int NOT NULL DEFAULT 3);
-- holds: SELECT d = 3 FROM t

-- pair: table and columns renamed, with a foreign key, an index and a check on them
CREATE TABLE old_name (id int PRIMARY KEY, a int UNIQUE CHECK (a > 0), b text);
CREATE INDEX old_name_b_idx ON old_name (b) WHERE b <> '';
CREATE TABLE other (x int REFERENCES old_name (a));
INSERT INTO old_name VALUES (1, 1, 'x'); INSERT INTO other VALUES (1);
-- becomes
CREATE TABLE new_name (id int PRIMARY KEY, alpha int UNIQUE CHECK (alpha > 0), b text);
CREATE INDEX new_name_b_idx ON new_name (b) WHERE b <> '';
CREATE TABLE other (x int REFERENCES new_name (alpha));
-- rename table: old_name = new_name
-- rename column: new_name.a = alpha
-- holds: SELECT count(*) = 1 FROM new_name WHERE alpha = 1 AND b = 'x'

-- pair: two columns swap their names, two tables swap theirs
CREATE TABLE p (id int PRIMARY KEY, a int, b text); CREATE TABLE q (id int PRIMARY KEY, z date);
INSERT INTO p VALUES (1, 2, 'x'); INSERT INTO q VALUES (5, '2020-01-01');
-- becomes
CREATE TABLE q (id int CONSTRAINT p_pkey PRIMARY KEY, b int, a text); CREATE TABLE p (id int CONSTRAINT q_pkey PRIMARY KEY, z date);
-- rename table: p = q
-- rename table: q = p
-- rename column: q.a = b
-- rename column: q.b = a
-- holds: SELECT b = 2 AND a = 'x' FROM q

-- pair: a column renamed under a generated column, an expression index and a comment
CREATE TABLE t (id int PRIMARY KEY, a text, u text GENERATED ALWAYS AS (upper(a)) STORED);
CREATE INDEX t_lower ON t (lower(a));
COMMENT ON COLUMN t.a IS 'first';
INSERT INTO t VALUES (1, 'x');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, word text, u text GENERATED ALWAYS AS (upper(word)) STORED);
CREATE INDEX t_lower ON t (lower(word));
COMMENT ON COLUMN t.word IS 'second';
-- rename column: t.a = word
-- holds: SELECT u = 'X' FROM t

-- pair: schemas with tables of the same name, foreign keys across, enums in each
CREATE SCHEMA one; CREATE SCHEMA two;
CREATE TYPE one.kind AS ENUM ('a'); CREATE TYPE two.kind AS ENUM ('b');
CREATE TABLE one.t (id int PRIMARY KEY, k one.kind DEFAULT 'a');
CREATE TABLE two.t (id int PRIMARY KEY, k two.kind DEFAULT 'b', one_id int REFERENCES one.t);
-- becomes
CREATE SCHEMA one; CREATE SCHEMA two; CREATE SCHEMA "Three-3";
CREATE TYPE one.kind AS ENUM ('a', 'c'); CREATE TYPE two.kind AS ENUM ('d');
CREATE TABLE one.t (id int PRIMARY KEY, k two.kind DEFAULT 'd');
CREATE TABLE two.t (id int PRIMARY KEY, k one.kind DEFAULT 'c', one_id int REFERENCES one.t ON DELETE CASCADE);
CREATE TABLE "Three-3".t (id serial PRIMARY KEY, two_id int REFERENCES two.t);
CREATE INDEX t_two ON "Three-3".t (two_id);

-- pair: a table moves to another schema
CREATE SCHEMA one;
CREATE TABLE t (id serial PRIMARY KEY, a text UNIQUE);
INSERT INTO t (a) VALUES ('x');
-- becomes
CREATE SCHEMA one;
CREATE TABLE one.t (id serial PRIMARY KEY, a text UNIQUE);
-- rename table: t = t
-- holds: SELECT a = 'x' FROM one.t

-- pair: views, a materialized view, triggers, functions and policies stand beside tables that change
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT count(*) AS n FROM t;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (b = 1);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL DEFAULT 'x', b int, c int[]);
CREATE INDEX t_c ON t USING gin (c);

-- pair: a column widens beside a view and a view on that view
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), n varchar(10));
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a || '!' AS shout FROM v;
INSERT INTO t VALUES (1, 'x', '2');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), n int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW w AS SELECT a || '!' AS shout FROM v;

-- pair: partitions stay while the parent gains a column and an index
CREATE TABLE p (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d);
CREATE TABLE p_2020 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO p VALUES (1, '2020-05-05');
-- becomes
CREATE TABLE p (id int NOT NULL, d date NOT NULL, note text NOT NULL DEFAULT '', PRIMARY KEY (id, d)) PARTITION BY RANGE (d);
CREATE TABLE p_2020 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX p_note ON p (note);
-- holds: SELECT note = '' FROM p

-- pair: comments come, change and go everywhere
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (id int PRIMARY KEY, a text, e e);
CREATE INDEX i ON t (a);
COMMENT ON TABLE t IS 'old'; COMMENT ON COLUMN t.a IS 'a''s';
COMMENT ON INDEX i IS 'fast';
-- becomes
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (id int PRIMARY KEY, a text, e e);
CREATE INDEX i ON t (a);
COMMENT ON TABLE t IS E'new\nlines \\ and ''quotes'''; COMMENT ON COLUMN t.id IS 'the "key" ☃';

-- pair: reserved, quoted, Unicode and long names
CREATE TABLE "order" ("select" int PRIMARY KEY, "from" text, "Mixed Case" int);
-- becomes
CREATE TABLE "order" ("select" int PRIMARY KEY, "group" text DEFAULT 'user' CHECK ("group" <> 'null'), "Mixed Case" int, "sp ace" text, "quo""te" int, "日本語" text, "émoji💡" int, "dollar$1" int, "percent%s" int, "back\slash" int, "semi;colon" int, "a.b" int);
CREATE INDEX "in dex;" ON "order" ("quo""te", "日本語");
CREATE UNIQUE INDEX "table" ON "order" ("a.b") WHERE "sp ace" = ';--';
CREATE TABLE "user" (id int PRIMARY KEY, "order" int REFERENCES "order" ("select"), a_column_with_a_name_of_exactly_sixty_three_bytes_____________x int);
CREATE TABLE "Ünïcödé_täble_of_mänÿ_bÿtes_thät_wörks" (id int PRIMARY KEY, "ключ_длиной_в_шестьдесят_байт_" int REFERENCES "user");
CREATE TYPE "type" AS ENUM ('it''s', 'two words', 'ü', '');
CREATE TABLE "check" ("type" "type" DEFAULT 'it''s', "types" "type"[] DEFAULT '{"two words",ü}');

-- pair: foreign keys change every action and their target
CREATE TABLE a (id int PRIMARY KEY, k int UNIQUE); CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (id) ON DELETE CASCADE, CONSTRAINT fz FOREIGN KEY (z) REFERENCES a (id));
-- becomes
CREATE TABLE a (id int PRIMARY KEY, k int UNIQUE); CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, x int DEFAULT 1, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES b (id) ON UPDATE SET DEFAULT, CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (k) ON DELETE RESTRICT ON UPDATE CASCADE, CONSTRAINT fz FOREIGN KEY (z) REFERENCES a (id) DEFERRABLE, CONSTRAINT fz2 FOREIGN KEY (z) REFERENCES b (id) ON DELETE SET NULL NOT VALID);

-- pair: a table goes while another takes over its column and its index's name
CREATE TABLE a (id int PRIMARY KEY, note text); CREATE INDEX notes ON a (note);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
-- becomes
CREATE TABLE b (id int PRIMARY KEY, a_id int, note text); CREATE INDEX notes ON b (note);

-- pair: a column is dropped that a composite unique, an index, a check and a foreign key stand on
CREATE TABLE a (id int, k int, UNIQUE (id, k));
CREATE TABLE t (id int PRIMARY KEY, x int, y int, CONSTRAINT u UNIQUE (x, y), CONSTRAINT c CHECK (x > y), CONSTRAINT f FOREIGN KEY (x, y) REFERENCES a (id, k));
CREATE INDEX i ON t (y, x);
-- becomes
CREATE TABLE a (id int, k int, UNIQUE (id, k));
CREATE TABLE t (id int PRIMARY KEY, x int, CONSTRAINT u UNIQUE (x));
CREATE INDEX i ON t (x);

-- pair: collations of columns and indexes
CREATE TABLE t (id int PRIMARY KEY, a text, b text COLLATE "ucs_basic", c varchar(5));
CREATE INDEX i ON t (a);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE "ucs_basic", b text, c varchar(9) COLLATE "ucs_basic");
CREATE INDEX i ON t (a COLLATE "C", b);

-- pair: domains and composite types of one's own in columns
CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int PRIMARY KEY, n int);
-- becomes
CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (id int PRIMARY KEY, n int, p pair, ns positive[]);

-- pair: timestamps, times and bits change their precision
CREATE TABLE t (id int PRIMARY KEY, a timestamp(3), b time(6), c timestamptz, d bit(4), e varbit(8), f interval, g numeric);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a timestamp(6), b timetz(3), c timestamptz(0), d bit(8), e varbit(4), f interval(3), g numeric(20,0));

-- pair: a table without a key, an empty table and an unlogged one
CREATE TABLE nothing ();
CREATE TABLE t (a int);
-- becomes
CREATE TABLE nothing (a int);
CREATE TABLE t (a int, b int);
CREATE TABLE u (a int, UNIQUE (a));

-- pair: an index moves between columns that are renamed around
CREATE TABLE t (id int PRIMARY KEY, first text, last text);
CREATE UNIQUE INDEX t_name ON t (first, last DESC);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, given text, family text);
CREATE UNIQUE INDEX t_name ON t (family, given DESC);
-- rename column: t.first = given
-- rename column: t.last = family

-- pair: replaced by a table of the same name in a changed role
CREATE TABLE tag (id int PRIMARY KEY, name text);
CREATE TABLE post_tag (post int, tag int REFERENCES tag, PRIMARY KEY (post, tag));
-- becomes
CREATE TABLE tag (name text PRIMARY KEY);
CREATE TABLE post_tag (post int, tag text REFERENCES tag, PRIMARY KEY (tag, post));

-- pair: an enum that a computed column and an expression index mention loses a value
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, m mood, good boolean GENERATED ALWAYS AS (m = 'a') STORED);
CREATE INDEX t_good ON t ((m = 'b'), id);
CREATE INDEX t_plain ON t (m);
INSERT INTO t VALUES (1, 'a');
-- becomes
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, m mood, good boolean GENERATED ALWAYS AS (m = 'a') STORED);
CREATE INDEX t_good ON t ((m = 'b'), id);
CREATE INDEX t_plain ON t (m);
-- holds: SELECT good FROM t

-- pair: a table is dropped that others point to, in a cycle
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
CREATE TABLE c (id int PRIMARY KEY, a_id int REFERENCES a);
-- becomes
CREATE TABLE c (id int PRIMARY KEY, a_id int);

-- pair: checks on a text that becomes an enum, and on an array
CREATE TABLE t (id int PRIMARY KEY, s text CHECK (s IN ('a', 'b')), tags text[] CHECK (array_length(tags, 1) < 5));
INSERT INTO t VALUES (1, 'a', '{x}');
-- becomes
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, s kind CHECK (s IN ('a', 'b')), tags varchar(10)[] CHECK (array_length(tags, 1) < 5));
-- holds: SELECT s = 'a' AND tags = '{x}' FROM t

-- pair: an index with a condition on a column whose type changes
CREATE TABLE t (id int PRIMARY KEY, s varchar(10), n int, at timestamp);
CREATE INDEX i1 ON t (id) WHERE s = 'x';
CREATE INDEX i2 ON t ((n + 1)) WHERE n > 5;
CREATE UNIQUE INDEX i3 ON t (lower(s), at);
INSERT INTO t VALUES (1, 'x', 6, now());
-- becomes
CREATE TABLE t (id int PRIMARY KEY, s text, n bigint, at timestamptz);
CREATE INDEX i1 ON t (id) WHERE s = 'x';
CREATE INDEX i2 ON t ((n + 1)) WHERE n > 5;
CREATE UNIQUE INDEX i3 ON t (lower(s), at);

-- pair: an enum moves to another schema, with a column and an array of it
CREATE SCHEMA one; CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t (id int PRIMARY KEY, k kind DEFAULT 'a', ks kind[] NOT NULL DEFAULT '{a}');
INSERT INTO t VALUES (1, 'b', '{a,b}');
-- becomes
CREATE SCHEMA one; CREATE TYPE one.kind AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int PRIMARY KEY, k one.kind DEFAULT 'c', ks one.kind[] NOT NULL DEFAULT '{a}');
-- rename enum: kind = kind
-- holds: SELECT k = 'b' AND ks = '{a,b}' FROM t

-- pair: a unique constraint gives way to a partial one while a foreign key needs another
CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL UNIQUE, y int NOT NULL UNIQUE);
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a (x));
-- becomes
CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL, y int NOT NULL UNIQUE);
CREATE UNIQUE INDEX a_x_key ON a (x) WHERE y > 0;
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a (y));
