-- database: names
CREATE TABLE "select" ("from" int PRIMARY KEY, [Order By] text NOT NULL, "quo""te" text, `back``tick` int, "ümläut" text, "日本" int DEFAULT 3, "1st" int, "_x" int, "$cost" int, "a.b" text, "a-b" text, 'single' text, [br"x] int);
CREATE UNIQUE INDEX "idx ""quoted""" ON "select" ("Order By", "quo""te"); CREATE INDEX [br i] ON [select] ([br"x]);
CREATE TABLE "日本語" (id integer PRIMARY KEY, "名前" text UNIQUE, sel int REFERENCES "select" ("from"));
CREATE TABLE "User" (id int PRIMARY KEY); CREATE TABLE string (id int PRIMARY KEY, model text, enum text, "type" text, datasource int, "true" bool DEFAULT true, "null" int);
CREATE TABLE MixedCase (Id INTEGER PRIMARY KEY, parentID integer references mixedcase(ID)); CREATE TABLE other (id integer primary key, m int references MIXEDCASE, n int references mixedcase (PARENTid));
CREATE TABLE "check" (id integer primary key, "check" int check ("check" > 0), "unique" int unique, "constraint" text); 
CREATE TABLE "primary" ("primary" integer primary key, "foreign" int, "references" int);

-- database: types
CREATE TABLE t (id, a int, b INTEGER, c tinyint, d mediumint(8), e "unsigned big int", f int8, g character(20), h varchar(255), i "varying character(255)", j nchar(55), k "native character(70)", l nvarchar(100), m text, n clob, o blob, p real, q double, r "double precision", s float, t numeric, u decimal(10,5), v boolean, w date, x datetime, y timestamp, z time, aa json, ab uuid, ac money, ad "weird type", ae integer(11), af bigint unsigned, ag long, ah string, ai any, aj varchar, ak number(10,2), al "timestamp with time zone", an interval, ao geometry, ap int unsigned, aq "INT UNSIGNED(10)", ar binary(16), at_ bit, au point(1), av char, ax "text" , ay "CHAR (5)", az decimal ( 10 , 2 ), ba smallint, bb bool, bc tinyint(1), bd float(7,2));

-- database: defaults
CREATE TABLE d (id integer PRIMARY KEY, a int DEFAULT -1, b int DEFAULT '5', c text DEFAULT 'it''s', d text DEFAULT 'a
b', e text DEFAULT NULL, f text DEFAULT '', g bool DEFAULT false, h bool DEFAULT 1, i datetime DEFAULT CURRENT_TIMESTAMP, j date DEFAULT CURRENT_DATE, k datetime DEFAULT (datetime('now')), l text DEFAULT "dq", m int DEFAULT (1 + 2), n real DEFAULT 1.5e3, o int DEFAULT 0x1F, p blob DEFAULT x'0102', q text DEFAULT (lower('X') || 'it''s'), r int DEFAULT +5, s text DEFAULT (NULL), t decimal(10,2) DEFAULT 0.00, u int DEFAULT TRUE, v text DEFAULT abc, w int DEFAULT (strftime('%s','now')), x real DEFAULT .5, y text DEFAULT 'NULL', z datetime DEFAULT '2020-01-01 00:00:00', aa bigint DEFAULT 9223372036854775807, ab bool DEFAULT 'true', ac datetime DEFAULT 0, ad json DEFAULT '{}', ae datetime default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), af int default (- 5), ag int default 1_000, ah text default ('x'), ai int default (5), aj bool default (false), ak date default (date('now', '+1 day')), al datetime default current_timestamp, am varchar(10) default 5, an int default 1.6, ao real default 5, ap text default 'a\b', aq text default '"', ar blob default 'x', at_ text default CURRENT_TIMESTAMP, au time default current_time, av decimal default '1.50', aw int default - 3);

-- database: keys
CREATE TABLE k1 (id INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TABLE k2 (id INT PRIMARY KEY); CREATE TABLE k3 (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE k4 (a text PRIMARY KEY) WITHOUT ROWID; CREATE TABLE k5 (a integer primary key desc, b int); CREATE TABLE k6 (id INTEGER PRIMARY KEY, x int) STRICT; CREATE TABLE k7 (id INTEGER PRIMARY KEY, x ANY, y TEXT NOT NULL) STRICT, WITHOUT ROWID; CREATE TABLE k8 (a int, b text); CREATE TABLE k9 (a int unique, b text unique not null); CREATE TABLE k10 (a integer, b integer, primary key (b desc, a)); CREATE TABLE k11 (a integer not null primary key on conflict replace, b text unique on conflict ignore, unique (a, b) on conflict fail); CREATE TABLE k12 (id bigint primary key, b integer); CREATE TABLE k13 (id integer, b int, constraint pk primary key (id), constraint uq unique (b), constraint uq2 unique (id, b)); CREATE TABLE k14 (a text collate nocase primary key, b text collate rtrim unique); CREATE TABLE k15 (a, b, c, primary key (a, a)); 
CREATE TABLE k16 (a text, b text, primary key (a collate nocase, b)); CREATE TABLE k17 (a integer primary key autoincrement not null, b); CREATE TABLE k18 (a int, b int, unique (a desc, b)); CREATE TABLE k19 (id varchar(36) primary key not null, id2 int unique);

-- database: indexes
CREATE TABLE i (id integer primary key, a text, b text, c int); CREATE INDEX i1 ON i (lower(a)); CREATE INDEX i2 ON i (a) WHERE c > 3 AND b IS NOT NULL; CREATE UNIQUE INDEX i3 ON i (lower(a), c); CREATE UNIQUE INDEX i4 ON i (b) WHERE c IS NULL; CREATE INDEX i5 ON i (a DESC, b ASC); CREATE INDEX i6 ON i (a COLLATE NOCASE); CREATE INDEX i7 ON i (a || 'it''s', c + 1 desc); CREATE INDEX i8 on i(c) /* comment */ where a <> '--x' -- trailing
; CREATE INDEX "i ""9" ON i ("a", [b], `c`); CREATE INDEX i10 ON i (c); CREATE INDEX i11 ON i (c); CREATE UNIQUE INDEX i12 ON i (c); CREATE UNIQUE INDEX i13 ON i(c); CREATE INDEX i14 ON i (json_extract(a, '$.x'), b collate nocase desc); CREATE INDEX i15 ON i ((a)); CREATE INDEX i16 ON i (a collate binary) where a in ('x','y');

-- database: foreign keys
CREATE TABLE p (a int, b int, u int UNIQUE, v text, w int, PRIMARY KEY (a, b), UNIQUE (v, w)); CREATE UNIQUE INDEX p_w ON p (w);
CREATE TABLE c (id integer PRIMARY KEY, a int, b int, u int REFERENCES p (u) ON DELETE SET NULL ON UPDATE RESTRICT, v text, w int REFERENCES p (w) DEFERRABLE INITIALLY DEFERRED, FOREIGN KEY (a, b) REFERENCES p, FOREIGN KEY (b, a) REFERENCES p (b, a) ON DELETE SET DEFAULT, CONSTRAINT named FOREIGN KEY (w, v) REFERENCES p (w, v) MATCH FULL ON DELETE CASCADE NOT DEFERRABLE);
CREATE TABLE self (id integer PRIMARY KEY, parent int REFERENCES self, other int REFERENCES self (id) ON DELETE CASCADE, third int UNIQUE REFERENCES self (id));
CREATE TABLE cyc1 (id integer PRIMARY KEY, x int REFERENCES cyc2 (id)); CREATE TABLE cyc2 (id integer PRIMARY KEY, y int NOT NULL REFERENCES cyc1 (id));
CREATE TABLE twice (id integer PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES self (id), FOREIGN KEY (a) REFERENCES self (id), FOREIGN KEY (a) REFERENCES cyc1 (id) ON DELETE CASCADE);
CREATE TABLE missing (id integer PRIMARY KEY, a int REFERENCES nowhere (id), b int REFERENCES self (nocolumn), c int REFERENCES nowhere); CREATE TABLE nonunique (id integer primary key, a int references c (v)); CREATE TABLE mixed (id text primary key, a text references self (id), b decimal(5,0) references self (id)); CREATE TABLE bigfk (id bigint primary key references self(id), r rowid references self (rowid));

-- database: generated
CREATE TABLE g (id integer PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED, c text AS ('it''s "' || a) VIRTUAL, d AS (upper('x')), e text GENERATED ALWAYS AS (json_extract(c, '$.a')) NOT NULL, f int as (a) unique);

-- database: checks
CREATE TABLE ch (id integer primary key, a int CHECK (a > 0), b text check(length(b) > 1 and b <> 'it''s'), c int, e int default (1) check (e) collate binary check (e > 1), status text check (status in ('x','y')) default 'x' not null, dcol text constraint dd check (dcol glob '[a-z]*') constraint ee not null, CONSTRAINT named CHECK (b IN ('a', 'b)', 'c')), CHECK (a < c), constraint "odd name" check (c between 1 and 5));

-- database: comments in ddl
CREATE TABLE cm ( -- the table
  id integer /* key */ primary key, -- it's
  a text /* , b int */ default 'x', -- CHECK (a > 0)
  "b -- c" int, d int /* ( */ check (d > 0 /* ) */) 
);

-- database: views triggers virtual
CREATE TABLE t (id integer primary key, a text); CREATE VIEW v1 AS SELECT id, upper(a) AS u FROM t; CREATE VIEW v2 (x, "y z") AS SELECT * FROM v1; CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 'x;y' WHERE id = NEW.id; END; CREATE VIRTUAL TABLE f USING fts5(body, content='t'); CREATE VIRTUAL TABLE r USING rtree(id, x0, x1); CREATE TABLE seq (id integer primary key autoincrement);

-- database: a broken view
CREATE TABLE t (id integer primary key, a text); CREATE VIEW v1 AS SELECT nope FROM t; CREATE VIEW v2 AS SELECT a FROM t;

-- database: create as
CREATE TABLE src (id integer primary key, "a b" text, c numeric(5,2)); CREATE TABLE ct AS SELECT id, "a b", c, 1 + 1 AS two, 'x' FROM src;

-- database: altered
CREATE TABLE al (id integer primary key, a text); ALTER TABLE al ADD COLUMN b int DEFAULT 5 CHECK (b > 0); ALTER TABLE al RENAME COLUMN a TO "new a"; ALTER TABLE al ADD COLUMN c int REFERENCES al (id); ALTER TABLE al RENAME TO "al 2";

-- database: m2m
CREATE TABLE a1 (id integer PRIMARY KEY); CREATE TABLE b1 (id text PRIMARY KEY);
CREATE TABLE "_a1Tob1" ("A" integer NOT NULL, "B" text NOT NULL, FOREIGN KEY ("A") REFERENCES a1 (id) ON DELETE CASCADE ON UPDATE CASCADE, FOREIGN KEY ("B") REFERENCES b1 (id) ON DELETE CASCADE ON UPDATE CASCADE); CREATE UNIQUE INDEX "_a1Tob1_AB_unique" ON "_a1Tob1" ("A","B"); CREATE INDEX "_a1Tob1_B_index" ON "_a1Tob1"("B");
CREATE TABLE "_d" ("A" integer NOT NULL REFERENCES a1 (id), "B" text NOT NULL REFERENCES b1 (id), PRIMARY KEY ("A","B"));

-- database: defaults that look like something else
CREATE TABLE d (id integer primary key, a text default ('a' || 'b'), b text default ('a' || 'it''s'), c int default (1-2), d text default ((1) + (2)), e int default (2020-01-01), f text default (x'00' || x'01'), g text default "it's ""q""", h int default (1.2), i text default (abs(-1) || ('x')), j text default '', k text default (''), l text default 'x''', m real default 1e5, n int default -0, p int default (NOT 1), q text default on_, r date default (current_date), s text default ( 'a' ), t int default ((5)), u int default (-(5)));
CREATE TABLE u (a int, b int, c int, unique (a, a), unique (b, c, b)); CREATE TABLE manyu (a int unique, b int unique, c int unique, d int unique, e int unique, f int unique, g int unique, h int unique, i int unique, j int unique, k int unique, l text primary key); CREATE INDEX dup ON u (a, b, a);

