-- pair: an enum gains, loses and reorders values with its default
CREATE TABLE t (id int PRIMARY KEY, m ENUM('a','b') NOT NULL DEFAULT 'a', s SET('x','y'), gone ENUM('k','l'));
INSERT INTO t VALUES (1, 'b', 'x,y', 'k');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, m ENUM('c','b','it''s','a') NOT NULL DEFAULT 'c', s SET('x','y','z'), gone ENUM('k'));
-- holds: SELECT m = 'b' AND s = 'x,y' AND gone = 'k' FROM t

-- pair: a text becomes an enum and an enum a text
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) NOT NULL DEFAULT 'x', b ENUM('p','q') DEFAULT 'p');
INSERT INTO t VALUES (1, 'y', 'q');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a ENUM('x','y') NOT NULL DEFAULT 'x', b varchar(20) DEFAULT 'p');
-- holds: SELECT a = 'y' AND b = 'q' FROM t

-- pair: integers widen in a chain of foreign keys
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL, CONSTRAINT fa FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE);
CREATE TABLE c (b_id int, a_id int, CONSTRAINT fb FOREIGN KEY (b_id) REFERENCES b (id), CONSTRAINT fc FOREIGN KEY (a_id) REFERENCES a (id));
INSERT INTO a VALUES (1); INSERT INTO b VALUES (2, 1); INSERT INTO c VALUES (2, 1);
-- becomes
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint NOT NULL, CONSTRAINT fa FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE);
CREATE TABLE c (b_id bigint, a_id bigint, CONSTRAINT fb FOREIGN KEY (b_id) REFERENCES b (id), CONSTRAINT fc FOREIGN KEY (a_id) REFERENCES a (id));
-- holds: SELECT COUNT(*) = 1 FROM c JOIN b ON b.id = c.b_id JOIN a ON a.id = b.a_id

-- pair: keys become unsigned and numbered
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, KEY b_a (a_id), CONSTRAINT b_fa FOREIGN KEY (a_id) REFERENCES a (id));
INSERT INTO a VALUES (3); INSERT INTO b VALUES (1, 3);
-- becomes
CREATE TABLE a (id int unsigned AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE b (id int unsigned AUTO_INCREMENT PRIMARY KEY, a_id int unsigned, KEY b_a (a_id), CONSTRAINT b_fa FOREIGN KEY (a_id) REFERENCES a (id));
-- holds: SELECT COUNT(*) = 1 FROM b JOIN a ON a.id = b.a_id

-- pair: two tables that point to each other come and go
CREATE TABLE lone (id int PRIMARY KEY);
-- becomes
CREATE TABLE lone (id int PRIMARY KEY);
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE SET NULL;

-- pair: a table points to itself and changes its key
CREATE TABLE node (id int PRIMARY KEY, parent int, CONSTRAINT up FOREIGN KEY (parent) REFERENCES node (id) ON DELETE CASCADE);
INSERT INTO node VALUES (1, NULL), (2, 1);
-- becomes
CREATE TABLE node (id bigint PRIMARY KEY, parent bigint, CONSTRAINT up FOREIGN KEY (parent) REFERENCES node (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- holds: SELECT COUNT(*) = 2 FROM node

-- pair: a primary key becomes composite and is pointed to
CREATE TABLE a (x int NOT NULL, y int NOT NULL, PRIMARY KEY (x));
CREATE TABLE b (id int PRIMARY KEY, x int, y int);
-- becomes
CREATE TABLE a (x int NOT NULL, y int NOT NULL, PRIMARY KEY (y, x));
CREATE TABLE b (id int PRIMARY KEY, x int, y int, CONSTRAINT f FOREIGN KEY (y, x) REFERENCES a (y, x));

-- pair: the numbered column leaves the primary key for a unique one
CREATE TABLE t (id int AUTO_INCREMENT, code varchar(20) NOT NULL, PRIMARY KEY (id));
INSERT INTO t (code) VALUES ('a'), ('b');
-- becomes
CREATE TABLE t (id int AUTO_INCREMENT, code varchar(20) NOT NULL, PRIMARY KEY (code), UNIQUE KEY t_id (id));
-- holds: SELECT COUNT(*) = 2 FROM t

-- pair: kinds of indexes, prefixes, order
CREATE TABLE t (id int PRIMARY KEY, a varchar(200), b text, c int, p point NOT NULL);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (a(10), c);
CREATE FULLTEXT INDEX f1 ON t (b);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a varchar(200), b text, c int, p point NOT NULL);
CREATE UNIQUE INDEX i1 ON t (a(20));
CREATE INDEX i2 ON t (c DESC, a(5), b(7) DESC);
CREATE FULLTEXT INDEX f1 ON t (a, b);
CREATE SPATIAL INDEX s1 ON t (p);

-- pair: the index of a foreign key is replaced by a composite one
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, n int, KEY k (a_id), CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id));
-- becomes
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, n int, KEY k2 (a_id, n), CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id));

-- pair: a foreign key goes and its index stays, another goes with its index
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int, y int, KEY kx (x), CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (id));
-- becomes
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int, y int, KEY kx (x));

-- pair: checks come, go and change
CREATE TABLE t (id int PRIMARY KEY, a int, b int, CONSTRAINT a_pos CHECK (a > 0), CONSTRAINT gone CHECK (b < 5));
INSERT INTO t VALUES (1, 2, 3);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c varchar(9) DEFAULT 'x', CONSTRAINT a_pos CHECK (a >= 0), CONSTRAINT ab CHECK (a < b OR c = 'it''s'));

-- pair: generated columns come, go, change and turn plain
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, twice int GENERATED ALWAYS AS (a * 2) STORED, plain int GENERATED ALWAYS AS (a + 1) STORED, gone int GENERATED ALWAYS AS (a) VIRTUAL);
INSERT INTO t (id, a) VALUES (1, 5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, twice int GENERATED ALWAYS AS (a * 3) STORED, plain int, word varchar(20) GENERATED ALWAYS AS (concat('n', a)) VIRTUAL);
CREATE INDEX t_word ON t (word);
-- holds: SELECT twice = 15 AND word = 'n5' FROM t

-- pair: types change with casts that keep the rows
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int, c datetime, d char(4), e decimal(8,2), f tinyint(1), g text, h smallint, i float);
INSERT INTO t VALUES (1, '12', 7, '2020-01-02 03:04:05', 'ab', 12.5, 1, 'long', 3, 1.5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a bigint, b decimal(12,2), c datetime(3), d varchar(40), e decimal(12,4), f int, g longtext, h mediumint unsigned, i double);
-- holds: SELECT a = 12 AND b = 7 AND d = 'ab' AND e = 12.5 AND f = 1 AND g = 'long' AND h = 3 AND i = 1.5 FROM t

-- pair: spellings of defaults
CREATE TABLE t (id int PRIMARY KEY);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a varchar(99) DEFAULT 'it''s "quoted" \\ and\ntwo lines', b varchar(9) DEFAULT '', c int DEFAULT -1, d decimal(5,2) DEFAULT 1.50, e boolean DEFAULT true, f datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, g datetime(3) DEFAULT CURRENT_TIMESTAMP(3), i bit(3) DEFAULT b'101', j double DEFAULT 1e10, k time DEFAULT '12:00:00', l varchar(20) DEFAULT 'Ünï ☃', m int DEFAULT (2 + 3), n varchar(5) NULL DEFAULT NULL, o timestamp NULL, p date DEFAULT '2020-01-01', q year DEFAULT 2020, r json DEFAULT (json_object('a', 1)), s text DEFAULT ('abc'), u binary(2) DEFAULT 'ab', v enum('1','2') DEFAULT '2', w timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6));

-- pair: required columns come, and columns become required
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b varchar(10) DEFAULT 'b', c varchar(10) NOT NULL);
INSERT INTO t VALUES (1, 'a', 'b', 'c');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, d int NOT NULL DEFAULT 3, a varchar(10) NOT NULL, b varchar(10) NOT NULL, c varchar(10), e timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- holds: SELECT d = 3 FROM t

-- pair: table and columns renamed, with a foreign key, an index, a check and a generated column
CREATE TABLE old_name (id int AUTO_INCREMENT PRIMARY KEY, a int, b varchar(10), UNIQUE KEY old_a (a), KEY old_b (b(5)));
CREATE TABLE other (id int PRIMARY KEY, x int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES old_name (a));
INSERT INTO old_name (a, b) VALUES (1, 'x'); INSERT INTO other VALUES (1, 1);
-- becomes
CREATE TABLE new_name (id int AUTO_INCREMENT PRIMARY KEY, alpha int, b varchar(10), UNIQUE KEY new_a (alpha), KEY new_b (b(5)));
CREATE TABLE other (id int PRIMARY KEY, x int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES new_name (alpha));
-- rename table: old_name = new_name
-- rename column: new_name.a = alpha
-- holds: SELECT COUNT(*) = 1 FROM new_name WHERE alpha = 1 AND b = 'x'

-- pair: two columns swap their names, two tables swap theirs
CREATE TABLE p (id int PRIMARY KEY, a int, b varchar(9)); CREATE TABLE q (id int PRIMARY KEY, z date);
INSERT INTO p VALUES (1, 2, 'x'); INSERT INTO q VALUES (5, '2020-01-01');
-- becomes
CREATE TABLE q (id int PRIMARY KEY, b int, a varchar(9)); CREATE TABLE p (id int PRIMARY KEY, z date);
-- rename table: p = q
-- rename table: q = p
-- rename column: q.a = b
-- rename column: q.b = a
-- holds: SELECT b = 2 AND a = 'x' FROM q

-- pair: a column renamed under a generated column and a check
CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT pos CHECK (a > 0));
INSERT INTO t (id, a) VALUES (1, 5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, n int, twice int GENERATED ALWAYS AS (n * 2) STORED, CONSTRAINT pos CHECK (n > 0));
-- rename column: t.a = n
-- holds: SELECT n = 5 AND twice = 10 FROM t

-- pair: views, triggers and routines stand beside tables that change
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = 1;
CREATE PROCEDURE p() SELECT 1;
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a varchar(20) NOT NULL DEFAULT 'x', b int, c int, KEY t_c (c));

-- pair: partitions stay while a column and an index come
CREATE TABLE p (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
INSERT INTO p VALUES (1, 5);
-- becomes
CREATE TABLE p (id int NOT NULL, d int NOT NULL, note varchar(10) NOT NULL DEFAULT 'n', PRIMARY KEY (id, d), KEY p_note (note)) PARTITION BY RANGE (d) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- holds: SELECT note = 'n' FROM p

-- pair: comments come, change and go
CREATE TABLE t (id int PRIMARY KEY, a varchar(10) COMMENT 'a''s', b int, KEY k (b) COMMENT 'fast') COMMENT 'old';
-- becomes
CREATE TABLE t (id int PRIMARY KEY COMMENT 'the "key" ☃', a varchar(10), b int COMMENT 'back\\slash', KEY k (b)) COMMENT 'new; -- it''s';

-- pair: reserved, quoted, Unicode and long names
CREATE TABLE `order` (`select` int PRIMARY KEY, `from` text);
-- becomes
CREATE TABLE `order` (`select` int PRIMARY KEY, `group` varchar(10) DEFAULT 'user', `Mixed Case` int, `sp ace` int, `quo``te` int, `日本語` int, `dollar$1` int, `percent%s` int, `back\slash` int, `semi;colon` int, `a.b` int, KEY `in dex;` (`quo``te`, `日本語`), CONSTRAINT `check` CHECK (`group` <> 'null'));
CREATE TABLE `user` (id int PRIMARY KEY, `order` int, a_column_with_a_name_of_exactly_sixty_four_characters__________x int, CONSTRAINT `foreign` FOREIGN KEY (`order`) REFERENCES `order` (`select`));

-- pair: foreign keys change every action and their target
CREATE TABLE a (id int PRIMARY KEY, k int, UNIQUE KEY ak (k)); CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (id) ON DELETE CASCADE, CONSTRAINT fz FOREIGN KEY (z) REFERENCES a (id));
-- becomes
CREATE TABLE a (id int PRIMARY KEY, k int, UNIQUE KEY ak (k)); CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES b (id) ON UPDATE SET NULL, CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (k) ON DELETE RESTRICT ON UPDATE CASCADE, CONSTRAINT fz2 FOREIGN KEY (z) REFERENCES a (id) ON DELETE SET NULL);

-- pair: a column is dropped that a composite unique, an index and a foreign key stand on
CREATE TABLE a (id int, k int, UNIQUE KEY u (id, k));
CREATE TABLE t (id int PRIMARY KEY, x int, y int, UNIQUE KEY u (x, y), KEY i (y, x), CONSTRAINT f FOREIGN KEY (x, y) REFERENCES a (id, k));
-- becomes
CREATE TABLE a (id int, k int, UNIQUE KEY u (id, k));
CREATE TABLE t (id int PRIMARY KEY, x int, UNIQUE KEY u (x), KEY i (x));

-- pair: character sets and collations of tables and columns
CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b varchar(20) CHARACTER SET latin1, c text COLLATE utf8mb4_bin) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE TABLE l (id int PRIMARY KEY, a varchar(50)) DEFAULT CHARACTER SET latin1;
INSERT INTO t VALUES (1, 'ü', 'ü', 'ü');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a varchar(20) COLLATE utf8mb4_bin, b varchar(20), c text) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE l (id int PRIMARY KEY, a varchar(50), b text) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- holds: SELECT a = 'ü' AND b = 'ü' AND c = 'ü' FROM t

-- pair: tables in a character set of their own come and go
CREATE TABLE k (id int PRIMARY KEY);
-- becomes
CREATE TABLE k (id int PRIMARY KEY, a varchar(20) CHARACTER SET ascii COLLATE ascii_bin);
CREATE TABLE wide (id int PRIMARY KEY, a varchar(15000), b varchar(15000)) DEFAULT CHARACTER SET latin1 COLLATE latin1_swedish_ci;
CREATE TABLE mixed (id int PRIMARY KEY, a char(10) CHARACTER SET latin1 COLLATE latin1_bin, b varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci) DEFAULT CHARACTER SET ascii COLLATE ascii_general_ci;

-- pair: rows that stay while everything of a table changes at once
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int, b varchar(10), KEY ka (a), UNIQUE KEY ub (b), CONSTRAINT ca CHECK (a > 0)) COMMENT 'x';
INSERT INTO t (a, b) VALUES (1, 'one'), (2, 'two');
-- becomes
CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY, n int NOT NULL DEFAULT 0, b varchar(30) NOT NULL, c datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), KEY kb (b, n), UNIQUE KEY uc (n), CONSTRAINT cn CHECK (n >= 0)) COMMENT 'y';
-- rename column: t.a = n
-- holds: SELECT SUM(n) = 3 FROM t

-- pair: a column of a table in another collation keeps its own
CREATE TABLE t (id int PRIMARY KEY, own varchar(20) CHARACTER SET latin1 COLLATE latin1_bin, other varchar(20) NOT NULL, e ENUM('a','b') DEFAULT 'a') DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
INSERT INTO t VALUES (1, 'ü', 'ü', 'b');
-- becomes
CREATE TABLE t (id int PRIMARY KEY, own varchar(20) CHARACTER SET latin1 COLLATE latin1_bin, other varchar(20) NOT NULL, e ENUM('a','b') DEFAULT 'a') DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- holds: SELECT own = 'ü' AND other = 'ü' AND e = 'b' FROM t

-- pair: bits, binaries, years and blobs change
CREATE TABLE t (id int PRIMARY KEY, a binary(4), b varbinary(10), c bit(4), d blob, e date, f time, g tinyint unsigned DEFAULT 3, h float unsigned);
INSERT INTO t VALUES (1, 'abcd', 'cd', 5, 'ef', '2020-01-02', '01:02:03', 200, 1.5);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a binary(4) NOT NULL, b varbinary(20), c bit(8), d longblob, e datetime, f time(3), g int NOT NULL DEFAULT 3, h double NOT NULL DEFAULT 0);
-- holds: SELECT b = 'cd' AND d = 'ef' AND g = 200 AND h = 1.5 FROM t

-- pair: a numbered key of text tables becomes a number, and indexes swap names
CREATE TABLE t (id varchar(20) NOT NULL, n int, m int, PRIMARY KEY (id), KEY a (n), KEY b (m));
INSERT INTO t VALUES ('7', 1, 2);
-- becomes
CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, n int, m int, PRIMARY KEY (id), KEY a (m), KEY b (n));
-- holds: SELECT id = 7 FROM t

-- pair: a table is dropped that others point to, in a cycle
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT fb FOREIGN KEY (a_id) REFERENCES a (id));
ALTER TABLE a ADD CONSTRAINT fa FOREIGN KEY (b_id) REFERENCES b (id);
CREATE TABLE c (id int PRIMARY KEY, a_id int, KEY fc (a_id), CONSTRAINT fc FOREIGN KEY (a_id) REFERENCES a (id));
-- becomes
CREATE TABLE c (id int PRIMARY KEY, a_id int, KEY fc (a_id));

-- pair: a foreign key moves to a renamed column and its table is renamed
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL, KEY b_a (a_id), CONSTRAINT b_a_fk FOREIGN KEY (a_id) REFERENCES a (id));
INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1);
-- becomes
CREATE TABLE owner (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, owner_id int, KEY b_owner (owner_id), CONSTRAINT b_owner_fk FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE SET NULL);
-- rename table: a = owner
-- rename column: b.a_id = owner_id
-- holds: SELECT COUNT(*) = 1 FROM b JOIN owner o ON o.id = b.owner_id

-- pair: checks of columns go, stay with a column that changes, change and come
CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0), b int CHECK (b > 1), c int CHECK (c > 2), d int CHECK (d > 3));
INSERT INTO t VALUES (1, 1, 2, 6, 4);
-- becomes
CREATE TABLE t (id int PRIMARY KEY, a int, b bigint CHECK (b > 1), c int CHECK (c > 5), e varchar(9) CHECK (e <> 'x'));

-- pair: a foreign key goes, whose name an index has that the key did not need
CREATE TABLE t (id int PRIMARY KEY, p int, q int, KEY fk (p), KEY fk2 (p, q), CONSTRAINT fk FOREIGN KEY (p) REFERENCES t (id));
-- becomes
CREATE TABLE t (id int PRIMARY KEY, p int);
