-- database: names
CREATE TABLE `select` (`from` int PRIMARY KEY, `Order By` varchar(20) NOT NULL, `quo``te` text, `ümläut` text, `日本` int DEFAULT 3, `1st` int, `_x` int, `$cost` int, `a-b` text, `a b` text, KEY `k``1` (`Order By`), KEY `ü` (`from`,`1st`));
CREATE TABLE `日本語` (id int AUTO_INCREMENT PRIMARY KEY, `名前` varchar(10) UNIQUE, sel int, FOREIGN KEY (sel) REFERENCES `select` (`from`));
CREATE TABLE `a``b` (id int PRIMARY KEY, CHECK (id > 0));
CREATE TABLE `string` (id int PRIMARY KEY, model text, `enum` text, `type` text, datasource int, `true` bool DEFAULT true, `null` int);
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY, cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc int UNIQUE);

-- database: types
CREATE TABLE t (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, a tinyint, b tinyint(1), c tinyint unsigned, d tinyint(1) unsigned, e smallint(5) unsigned zerofill, f mediumint, g int(11), h bigint(20) unsigned, i decimal, j decimal(10), k decimal(65,30), l decimal(5,2) unsigned, m float, n float(7,2), o double, p double(10,3), q float unsigned, r real, s bit, t bit(1), u bit(8), v bit(64), w char, x char(0), y char(255), z varchar(0), aa varchar(5), ab tinytext, ac text, ad mediumtext, ae longtext, af binary, ag binary(16), ah varbinary(255), ai tinyblob, aj blob, ak mediumblob, al longblob, am date, an time, ao time(3), ap datetime, aq datetime(6), ar timestamp NULL, at_ year, au json, av enum('a','b'), aw set('x','y'), ax enum('it''s','a"b','ü','','1','a,b','(c)','a\\b'), ay geometry, az point, ba polygon, bb varchar(10) CHARACTER SET latin1, bc varchar(10) COLLATE utf8mb4_bin, bd text CHARACTER SET ascii, be char(3) CHARACTER SET binary, bf tinyint(4), bg bigint(20), bh int(3) zerofill, bi national varchar(3), bj text(100), bk blob(70000), bl linestring, bm geometrycollection);

-- database: defaults
CREATE TABLE d (id int PRIMARY KEY, a int DEFAULT -1, b int DEFAULT '5', c varchar(20) DEFAULT 'it''s', d varchar(20) DEFAULT 'a\nb\\c', e varchar(20) DEFAULT NULL, f varchar(20) NOT NULL DEFAULT '', g bool DEFAULT false, h timestamp DEFAULT CURRENT_TIMESTAMP, i datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), j timestamp NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP, k date DEFAULT '0000-00-00', l datetime DEFAULT '0000-00-00 00:00:00', m timestamp DEFAULT '2020-01-01 00:00:00', n time DEFAULT '-12:30:00', o year DEFAULT 2000, p year DEFAULT '0000', q bit(3) DEFAULT b'101', r bit DEFAULT b'1', s bit DEFAULT 1, t enum('a','b''c') DEFAULT 'b''c', u set('x','y') DEFAULT 'x,y', v decimal(10,2) DEFAULT 1.5, w float DEFAULT 0.1, x double DEFAULT 1e20, y varchar(20) DEFAULT 'NULL', z varchar(30) DEFAULT 'CURRENT_TIMESTAMP', aa varchar(20) DEFAULT '"', ab binary(3) DEFAULT 'abc', ac varbinary(3) DEFAULT x'0102', ad varchar(20) DEFAULT 'línea', ae text DEFAULT ('x'), af json DEFAULT (json_array()), ag int DEFAULT (1 + 2), ah varchar(36) DEFAULT (uuid()), ai datetime DEFAULT NOW(), aj int unsigned DEFAULT 4294967295, ak bigint unsigned DEFAULT 18446744073709551615, al decimal(10,0) DEFAULT 5, am tinyint(1) DEFAULT 2, an tinyint(1) unsigned DEFAULT 1, ao int DEFAULT 1.6, ap varchar(20) DEFAULT 5, aq bigint DEFAULT -9223372036854775808, ar datetime(6) DEFAULT '2020-01-01 00:00:00.123', at_ double DEFAULT (rand()), au date DEFAULT (curdate()), av date DEFAULT (curdate() + interval 1 day), aw varchar(20) DEFAULT (concat('a','b''c')), ax set('x','y') DEFAULT '', ay bool DEFAULT NULL, az enum('1','2') DEFAULT '1', ba blob DEFAULT ('x'), bb varchar(9) DEFAULT (upper('x')), bc json DEFAULT ('{"a": "b"}'), bd varchar(100) DEFAULT '${x} {{y}}', be char(4) DEFAULT 'ab', bf time(3) DEFAULT '12:00:00.5', bg float(7,3) DEFAULT 1.5, bh longtext DEFAULT NULL, bi varchar(9) DEFAULT ' ', bj varchar(9) DEFAULT '0x41');

-- database: generated
CREATE TABLE g (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED, c varchar(50) GENERATED ALWAYS AS (concat('it''s "', a)) VIRTUAL, d varchar(9) AS (upper('x')) STORED, j json, k varchar(20) AS (json_unquote(json_extract(j, '$.x'))) VIRTUAL, KEY (b), UNIQUE KEY (k), l varchar(10) as (concat(_latin1'x', 'y')));

-- database: g2
-- on: mysql
CREATE TABLE g (id int PRIMARY KEY, j json, k varchar(20) AS (j->>'$.x') STORED, l int AS (j->'$.y'));

-- database: indexes
CREATE TABLE i (id int PRIMARY KEY, a varchar(100), b text, c int, d json, e point NOT NULL, f varchar(3000), KEY k1 (a(10)), KEY k2 (b(20), c), KEY k3 (a DESC, c), UNIQUE KEY k4 (a(5)), FULLTEXT KEY k5 (a, b), SPATIAL KEY k6 (e), KEY k7 (c) COMMENT 'it''s', KEY k8 (c) USING BTREE, UNIQUE KEY k9 (c), UNIQUE KEY k10 (c), KEY k11 (c), KEY `id` (id), KEY k12 (a(10) DESC), KEY k13(f(700)), KEY k14 (b(5) DESC, a));
CREATE TABLE i2 (a varchar(100), b int, PRIMARY KEY (a(10), b));
CREATE TABLE i3 (a varchar(100), b int, PRIMARY KEY (b DESC, a));
CREATE TABLE i4 (b text, PRIMARY KEY (b(30)));

-- database: indexes of MySQL
-- on: mysql
CREATE TABLE i (id int PRIMARY KEY, a varchar(100), c int, j json, KEY k1 ((lower(a))), UNIQUE KEY k2 ((c + 1), a), KEY k3 ((c * 2) DESC), KEY k4 (c) INVISIBLE, KEY k5 ((cast(j->'$.x' as unsigned array))), FULLTEXT KEY k6 (a) WITH PARSER ngram, KEY k7 ((concat(a, 'it''s'))));

-- database: invisible
CREATE TABLE v (id int PRIMARY KEY, a int INVISIBLE, b int DEFAULT 3 INVISIBLE, c varchar(10) INVISIBLE DEFAULT 'x' COMMENT 'it''s');

-- database: indexes of MariaDB
-- on: mariadb
CREATE TABLE i (id int PRIMARY KEY, a varchar(100), b text, c int, KEY k4 (c) IGNORED, UNIQUE KEY k5 (b), u uuid DEFAULT uuid(), n inet6, m inet4);
CREATE TABLE sv (id int PRIMARY KEY, a int) WITH SYSTEM VERSIONING;
CREATE TABLE c (id int PRIMARY KEY, a varchar(10) COMPRESSED, b int CHECK (b > 0));

-- database: foreign keys
CREATE TABLE p (a int, b int, u int UNIQUE, v varchar(10), w int, PRIMARY KEY (a, b), UNIQUE (v, w), KEY nonunique (w));
CREATE TABLE c (id int PRIMARY KEY, a int, b int, u int, v varchar(10), w int, CONSTRAINT f1 FOREIGN KEY (u) REFERENCES p (u) ON DELETE SET NULL ON UPDATE RESTRICT, CONSTRAINT f2 FOREIGN KEY (a, b) REFERENCES p (a, b), FOREIGN KEY (v, w) REFERENCES p (v, w) ON DELETE CASCADE, KEY own (a));
CREATE TABLE self (id int PRIMARY KEY, parent int, other int, third int UNIQUE, FOREIGN KEY (parent) REFERENCES self (id), FOREIGN KEY (other) REFERENCES self (id) ON DELETE CASCADE ON UPDATE CASCADE, FOREIGN KEY (third) REFERENCES self (id) ON DELETE NO ACTION);
CREATE TABLE cyc1 (id int PRIMARY KEY, x int); CREATE TABLE cyc2 (id int PRIMARY KEY, y int NOT NULL, FOREIGN KEY (y) REFERENCES cyc1 (id)); ALTER TABLE cyc1 ADD FOREIGN KEY (x) REFERENCES cyc2 (id);
CREATE TABLE twice (id int PRIMARY KEY, a int, CONSTRAINT one FOREIGN KEY (a) REFERENCES self (id), CONSTRAINT two FOREIGN KEY (a) REFERENCES self (id), CONSTRAINT three FOREIGN KEY (a) REFERENCES cyc1 (id));
CREATE TABLE onekey (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES self (id));
CREATE TABLE textual (id varchar(20) PRIMARY KEY); CREATE TABLE textual2 (id int PRIMARY KEY, t varchar(30), u char(20), FOREIGN KEY (t) REFERENCES textual (id));
CREATE TABLE latin (id varchar(20) CHARACTER SET latin1 PRIMARY KEY); CREATE TABLE latin2 (id int PRIMARY KEY, t varchar(30) CHARACTER SET latin1, FOREIGN KEY (t) REFERENCES latin (id));
CREATE TABLE uns (id int unsigned PRIMARY KEY, up int unsigned, FOREIGN KEY (up) REFERENCES uns (id));
CREATE TABLE wide (id int PRIMARY KEY, a int, b int, KEY ab (a, b), FOREIGN KEY (a) REFERENCES self (id));

-- database: key to what is not unique
-- on: mariadb
CREATE TABLE p (a int PRIMARY KEY, w int, KEY nonunique (w)); CREATE TABLE c (id int PRIMARY KEY, w int, FOREIGN KEY (w) REFERENCES p (w));

-- database: checks
CREATE TABLE ch (id int PRIMARY KEY, a int CHECK (a > 0), b varchar(20), c int, CONSTRAINT named CHECK (b <> 'it''s' AND c IN (1,2,3)), CHECK (a < c), CONSTRAINT `odd name` CHECK (b REGEXP '^[a-z]+$'), CHECK (json_valid(b)), CHECK (b like '%\\_%' or b is null), CHECK (a between 1 and 5 and not (c = 3)));

-- database: checks not enforced
-- on: mysql
CREATE TABLE ch (id int PRIMARY KEY, a int, CONSTRAINT n CHECK (a > 0) NOT ENFORCED, CONSTRAINT m CHECK (a <> _utf8mb4'x'));

-- database: options
CREATE TABLE o1 (id int PRIMARY KEY) ENGINE=MyISAM DEFAULT CHARSET=latin1 COMMENT='it''s a "table"'; CREATE TABLE o2 (id int AUTO_INCREMENT PRIMARY KEY, a varchar(10)) ENGINE=InnoDB AUTO_INCREMENT=100 ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4; CREATE TABLE o3 (id int, KEY (id)) ENGINE=MEMORY; CREATE TABLE o4 (a int, b text COMMENT 'multi
line ''quoted'' \\ back') DEFAULT CHARSET=utf8mb3 STATS_PERSISTENT=1; CREATE TABLE o5 (id int AUTO_INCREMENT, g int, PRIMARY KEY (g, id)) ENGINE=MyISAM; CREATE TABLE o6 (id int AUTO_INCREMENT UNIQUE, b int); CREATE TABLE o7 (id int AUTO_INCREMENT, b int PRIMARY KEY, KEY (id));
CREATE TABLE o8 (k varchar(10), KEY USING HASH (k)) ENGINE=MEMORY;

-- database: no key
CREATE TABLE nk (a int, b text); CREATE TABLE nk2 (a int UNIQUE, b int); CREATE TABLE nk3 (a int NOT NULL UNIQUE);

-- database: partitions
CREATE TABLE pt (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE); CREATE TABLE pt2 (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4;

-- database: views and triggers
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)); CREATE VIEW v1 AS SELECT id, upper(a) AS u FROM t; CREATE VIEW v2 AS SELECT * FROM v1 WHERE u <> 'it''s'; CREATE VIEW `odd view` AS SELECT 1 AS `odd column`, count(*) AS `count(*)` FROM v2; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 'x';

-- database: a broken view
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)); CREATE VIEW v1 AS SELECT id, a FROM t; CREATE VIEW ok AS SELECT 1 AS one; DROP TABLE t;

-- database: many to many
CREATE TABLE a1 (id int PRIMARY KEY); CREATE TABLE b1 (id int PRIMARY KEY);
CREATE TABLE `_a1Tob1` (A int NOT NULL, B int NOT NULL, UNIQUE KEY `_a1Tob1_AB_unique` (A,B), KEY `_a1Tob1_B_index` (B), CONSTRAINT `_a1Tob1_A_fkey` FOREIGN KEY (A) REFERENCES a1 (id) ON DELETE CASCADE ON UPDATE CASCADE, CONSTRAINT `_a1Tob1_B_fkey` FOREIGN KEY (B) REFERENCES b1 (id) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE `_loose` (A int NOT NULL, B int NOT NULL, PRIMARY KEY (A,B), FOREIGN KEY (A) REFERENCES a1 (id), FOREIGN KEY (B) REFERENCES b1 (id));

-- database: latin1 tables
CREATE TABLE l (id int PRIMARY KEY, a varchar(255), b text, c char(10), d enum('é','b') DEFAULT 'é', e varchar(10) COLLATE latin1_bin, f longtext, KEY (a)) DEFAULT CHARSET=latin1;
CREATE TABLE w (id int PRIMARY KEY, a varchar(20000), b varchar(20000), c varchar(10000)) DEFAULT CHARSET=latin1;
CREATE TABLE k (a varchar(1000) PRIMARY KEY, b varchar(3000), KEY (b(2000))) DEFAULT CHARSET=latin1;

-- database: enum keys
CREATE TABLE p (k enum('a','b') PRIMARY KEY, s set('x') UNIQUE); CREATE TABLE c (id int PRIMARY KEY, k enum('a','b'), s set('x'), FOREIGN KEY (k) REFERENCES p (k), FOREIGN KEY (s) REFERENCES p (s));

-- database: wordpress like
CREATE TABLE wp_posts (ID bigint(20) unsigned NOT NULL auto_increment, post_author bigint(20) unsigned NOT NULL default '0', post_date datetime NOT NULL default '0000-00-00 00:00:00', post_content longtext NOT NULL, post_status varchar(20) NOT NULL default 'publish', post_name varchar(200) NOT NULL default '', PRIMARY KEY (ID), KEY post_name (post_name(191)), KEY type_status_date (post_status,post_date,ID)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_meta (meta_id bigint(20) unsigned NOT NULL auto_increment, meta_key varchar(255) default NULL, meta_value longtext, PRIMARY KEY (meta_id), KEY meta_key (meta_key(191))) ENGINE=MyISAM DEFAULT CHARSET=utf8;
CREATE TABLE wp_rel (object_id bigint(20) unsigned NOT NULL default 0, tt bigint(20) unsigned NOT NULL default 0, term_order int(11) NOT NULL default 0, PRIMARY KEY (object_id,tt), KEY tt (tt));

-- database: old types
CREATE TABLE o (a int(1) NOT NULL DEFAULT '0', b tinyint(1) NOT NULL DEFAULT '1', c tinyint(1) unsigned NOT NULL DEFAULT '0', d enum('Y','N') NOT NULL DEFAULT 'N', e enum('0','1') DEFAULT NULL, f set('a','b','c') NOT NULL DEFAULT 'a,b', g double(16,4) DEFAULT '0.0000', h float DEFAULT '1.5', i decimal(12,2) NOT NULL DEFAULT '0.00', j char(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, k varbinary(16) DEFAULT NULL, l timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, m timestamp NOT NULL DEFAULT '0000-00-00 00:00:00', n year(4) DEFAULT NULL, o time NOT NULL DEFAULT '00:00:00', p mediumtext COLLATE utf8mb4_bin, q bigint(20) DEFAULT '-1', r smallint(5) unsigned zerofill NOT NULL DEFAULT '00005', s bit(1) NOT NULL DEFAULT b'0', t char(0) DEFAULT NULL, u date NOT NULL DEFAULT '1970-01-01', v int(10) unsigned NOT NULL AUTO_INCREMENT, w varchar(255) BINARY DEFAULT '', x binary(20) NOT NULL DEFAULT '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', y decimal(3,3) DEFAULT 0.125, z enum('','a') DEFAULT '', KEY (v), KEY `a` (`a`,`b`), UNIQUE `a_2` (`a`,`c`), FULLTEXT (p)) ENGINE=InnoDB;

-- database: more enums
CREATE TABLE e (id int PRIMARY KEY, a enum('a b','a-b','a_b','A.b') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'a-b', b enum('1','2.5','-3') DEFAULT '2.5', c enum('true','false','null') DEFAULT 'null', d enum('été','ñ','日本') DEFAULT '日本', f enum('class','enum','model','String') DEFAULT 'model', g enum('x') NOT NULL, h enum('with,comma','with''quote','with"dq','with\\back','with(paren)') DEFAULT 'with\\back');
CREATE TABLE `e-2` (id int PRIMARY KEY, `a b` enum('x','y'), `a-b` enum('z'));
CREATE TABLE e_a (id int PRIMARY KEY);

-- database: more names that collide
CREATE TABLE `a-b` (id int PRIMARY KEY); CREATE TABLE `a b` (id int PRIMARY KEY, `x-y` int, `x y` int, `x_y` int, FOREIGN KEY (`x-y`) REFERENCES `a-b` (id), FOREIGN KEY (`x y`) REFERENCES `a-b` (id), FOREIGN KEY (`x_y`) REFERENCES `a-b` (id)); CREATE TABLE `a_b` (id int PRIMARY KEY, a_b int, FOREIGN KEY (a_b) REFERENCES `a b` (id));
CREATE TABLE `1` (`1` int PRIMARY KEY, `2` int); CREATE TABLE `2` (`1` int PRIMARY KEY, FOREIGN KEY (`1`) REFERENCES `1` (`1`)); CREATE TABLE `_` (`_` int PRIMARY KEY, `__` int); CREATE TABLE `___` (id int PRIMARY KEY); CREATE TABLE `$` (`$` int PRIMARY KEY, `€` int); CREATE TABLE `post` (id int PRIMARY KEY, `Post` int, `int` int, other_post int, FOREIGN KEY (`Post`) REFERENCES `post` (id), FOREIGN KEY (`other_post`) REFERENCES `post` (id));
CREATE TABLE user_role (id int PRIMARY KEY, status enum('a')); CREATE TABLE user (id int PRIMARY KEY, role_status enum('b'), role enum('c')); CREATE TABLE user_role_status (id int PRIMARY KEY);

-- database: long names
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY, cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc int, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd enum('a'), UNIQUE KEY (cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc), CONSTRAINT ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff FOREIGN KEY (cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc) REFERENCES aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb));

-- database: keys and indexes alike
CREATE TABLE t (id int PRIMARY KEY, p int, q int, KEY fk (p), KEY fk2 (p, q), CONSTRAINT fk FOREIGN KEY (p) REFERENCES t (id), CONSTRAINT fk3 FOREIGN KEY (q) REFERENCES t (id) ON DELETE SET NULL);
CREATE TABLE s (a int, b int, c int, PRIMARY KEY (a,b), UNIQUE KEY (a), UNIQUE KEY ab (a,b), KEY ba (b,a), CONSTRAINT x FOREIGN KEY (a) REFERENCES t (id) ON DELETE CASCADE, CONSTRAINT y FOREIGN KEY (b) REFERENCES t (id) ON UPDATE CASCADE); CREATE TABLE r (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES s (a, b), FOREIGN KEY (a) REFERENCES s (a), UNIQUE (b, a));

-- database: cased names
CREATE TABLE CamelCase (Id int PRIMARY KEY, parentId int, FOREIGN KEY (parentid) REFERENCES CamelCase (ID));

-- database: another database
CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, x int, y int GENERATED ALWAYS AS (x) VIRTUAL, CONSTRAINT c1 CHECK (y > 0), KEY (y), d datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, e datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), f datetime ON UPDATE CURRENT_TIMESTAMP);

-- database: spatial
CREATE TABLE g (id int PRIMARY KEY, a point NOT NULL, b geometry NOT NULL, c linestring, d multipoint, SPATIAL KEY (b));

-- database: srid
-- on: mysql
CREATE TABLE g (id int PRIMARY KEY, a point NOT NULL SRID 4326, b geometry NOT NULL /*!80003 SRID 0 */, SPATIAL KEY (a), c json DEFAULT (JSON_OBJECT('a', 1)), d int COLUMN_FORMAT FIXED, e int CHECK (e > 0) NOT ENFORCED, f bigint GENERATED ALWAYS AS (json_length(c)) VIRTUAL, h varchar(36) DEFAULT (uuid()), i binary(16) DEFAULT (uuid_to_bin(uuid())), j varchar(9) DEFAULT (_utf8mb4'x'), k float DEFAULT (pi()), l int DEFAULT (abs(-5)), m varchar(10) DEFAULT ('it''s'), n date DEFAULT (date_add(curdate(), interval 1 month)), o int DEFAULT (1), p varchar(10) DEFAULT (NULL), q bool DEFAULT (true), r datetime DEFAULT (now()), s timestamp DEFAULT (now() + interval 1 day), t point DEFAULT (point(1,2)));

