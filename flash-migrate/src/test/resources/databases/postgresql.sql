-- database: names
CREATE TABLE "select" ("from" int PRIMARY KEY, "Order By" text NOT NULL, "quo""te" text, "tab	x" int, "ümläut" text, "日本" int DEFAULT 3, "1st" int, "_x" int, "$cost" int, "a.b" text, "a-b" text, "a b" text);
CREATE UNIQUE INDEX "idx ""quoted""" ON "select" ("Order By", "quo""te");
CREATE INDEX "Ünïx" ON "select" ("ümläut");
CREATE TABLE "日本語" (id serial PRIMARY KEY, "名前" text UNIQUE, sel int REFERENCES "select" ("from"));
CREATE TABLE "中文" (id serial PRIMARY KEY, ref int REFERENCES "日本語");
CREATE TABLE "a""b" (id int PRIMARY KEY, CHECK (id > 0));
CREATE TABLE "User" (id int PRIMARY KEY); CREATE TABLE "user" (id int PRIMARY KEY, "User" int REFERENCES "User"); CREATE TABLE "USER" (id int PRIMARY KEY);
CREATE TABLE string (id int PRIMARY KEY, model text, enum text, "type" text, datasource int, "true" bool DEFAULT true, "null" int);
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY, ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc int UNIQUE REFERENCES aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa);
CREATE INDEX ON aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb);
CREATE TABLE x_1 (id int PRIMARY KEY, a_b int, "a__b" int, "A_B" int);

-- database: enums
CREATE TYPE mood AS ENUM ('', ' ', 'a''b', 'a"b', 'ünï', '1', '1st', 'select', 'back\slash', 'new
line', 'a', 'A', 'a b', 'a-b', 'a_b');
CREATE TYPE "Mood" AS ENUM ('x'); CREATE TYPE "odd type" AS ENUM ('y');
CREATE TYPE nothing AS ENUM ();
CREATE TABLE m (id int PRIMARY KEY, a mood DEFAULT '', b mood DEFAULT 'a''b', c mood[] DEFAULT '{a,"a b"}', d "Mood" DEFAULT 'x', e "odd type"[] NOT NULL DEFAULT '{}', f mood DEFAULT 'back\slash', g mood NOT NULL DEFAULT 'new
line', h mood[] DEFAULT ARRAY['a''b','A']::mood[], n nothing);

-- database: enum of the name of a table
CREATE TABLE status (id int PRIMARY KEY);
CREATE TYPE status_kind AS ENUM ('a'); CREATE TABLE status_kind2 (id int PRIMARY KEY, s status_kind DEFAULT 'a');

-- database: generated
CREATE TABLE g (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED, c text GENERATED ALWAYS AS ('it''s "' || a::text) STORED, d tsvector GENERATED ALWAYS AS (to_tsvector('english', 'x')) STORED);
CREATE INDEX ON g USING gin (d); CREATE UNIQUE INDEX ON g (b);

-- database: indexes
CREATE TABLE i (id int PRIMARY KEY, a text, b text, c int, d jsonb, e int[], f timestamptz, g inet, h point);
CREATE INDEX i1 ON i (lower(a)); CREATE INDEX i2 ON i (a) WHERE c > 3 AND b IS NOT NULL; CREATE UNIQUE INDEX i3 ON i (lower(a), c);
CREATE UNIQUE INDEX i4 ON i (b) WHERE c IS NULL; CREATE INDEX i5 ON i (a DESC NULLS LAST, b ASC NULLS FIRST); CREATE INDEX i6 ON i (a text_pattern_ops); CREATE INDEX i7 ON i USING gin (d jsonb_path_ops); CREATE INDEX i8 ON i USING gin (e); CREATE INDEX i9 ON i USING brin (f) WITH (pages_per_range = 32);
CREATE INDEX i10 ON i USING hash (a); CREATE INDEX i11 ON i USING gist (h); CREATE INDEX i12 ON i USING spgist (h); CREATE INDEX i13 ON i (a) INCLUDE (b, c); CREATE UNIQUE INDEX i14 ON i (c) INCLUDE (a); CREATE UNIQUE INDEX i15 ON i (a, b) NULLS NOT DISTINCT; CREATE INDEX i16 ON i (a COLLATE "C"); CREATE INDEX i17 ON i ((d ->> 'x''y')); CREATE INDEX i18 ON i ((a || b) text_pattern_ops DESC, c); CREATE INDEX i19 ON i (a) WITH (fillfactor = 70); CREATE INDEX i20 ON i USING gist (g inet_ops); CREATE INDEX i21 ON i USING brin (c int4_minmax_multi_ops); CREATE INDEX i22 ON i (date_trunc('day', f AT TIME ZONE 'UTC')) WHERE a <> 'it''s';
ALTER TABLE i ADD CONSTRAINT u1 UNIQUE (a, c) DEFERRABLE INITIALLY DEFERRED; ALTER TABLE i ADD CONSTRAINT u2 UNIQUE NULLS NOT DISTINCT (c, b); ALTER TABLE i ADD CONSTRAINT u3 UNIQUE (b, e) INCLUDE (c);
CREATE UNIQUE INDEX same1 ON i (c); CREATE UNIQUE INDEX same2 ON i (c); CREATE INDEX same3 ON i (c); CREATE INDEX same4 ON i (c);
COMMENT ON INDEX i1 IS 'it''s an index'; COMMENT ON CONSTRAINT u1 ON i IS 'c';

-- database: foreign keys
CREATE TABLE p (a int, b int, u int UNIQUE, v text, w int, PRIMARY KEY (a, b), UNIQUE (v, w));
CREATE UNIQUE INDEX p_w ON p (w);
CREATE TABLE c (id int PRIMARY KEY, a int, b int, u int REFERENCES p (u) ON DELETE SET NULL ON UPDATE RESTRICT, v text, w int REFERENCES p (w) DEFERRABLE, FOREIGN KEY (a, b) REFERENCES p, FOREIGN KEY (b, a) REFERENCES p (b, a) ON DELETE SET DEFAULT, FOREIGN KEY (w, v) REFERENCES p (w, v) MATCH FULL ON DELETE CASCADE, FOREIGN KEY (a,b) REFERENCES p (a,b) ON DELETE SET NULL (a));
CREATE TABLE self (id int PRIMARY KEY, parent int REFERENCES self, other int REFERENCES self ON DELETE CASCADE, third int UNIQUE REFERENCES self);
CREATE TABLE cyc1 (id int PRIMARY KEY, x int); CREATE TABLE cyc2 (id int PRIMARY KEY, y int NOT NULL REFERENCES cyc1); ALTER TABLE cyc1 ADD FOREIGN KEY (x) REFERENCES cyc2;
CREATE TABLE twice (id int PRIMARY KEY, a int, CONSTRAINT one FOREIGN KEY (a) REFERENCES self, CONSTRAINT two FOREIGN KEY (a) REFERENCES self, CONSTRAINT three FOREIGN KEY (a) REFERENCES cyc1);
CREATE TABLE onekey (id int PRIMARY KEY REFERENCES self);
CREATE TABLE nv (id int PRIMARY KEY, a int); ALTER TABLE nv ADD FOREIGN KEY (a) REFERENCES self NOT VALID;
CREATE TABLE mixed (id bigint PRIMARY KEY, s smallint REFERENCES self, b bigint REFERENCES self);
CREATE TABLE textual (id varchar(20) PRIMARY KEY); CREATE TABLE textual2 (id int PRIMARY KEY, t text REFERENCES textual, u char(20) REFERENCES textual);

-- database: a many to many table
CREATE TABLE a1 (id int PRIMARY KEY); CREATE TABLE b1 (id int PRIMARY KEY);
CREATE TABLE "_a1Tob1" ("A" int NOT NULL REFERENCES a1 ON DELETE CASCADE ON UPDATE CASCADE, "B" int NOT NULL REFERENCES b1 ON DELETE CASCADE ON UPDATE CASCADE); CREATE UNIQUE INDEX ON "_a1Tob1" ("A","B"); CREATE INDEX ON "_a1Tob1" ("B");
CREATE TABLE "_b1Toa1" ("A" int NOT NULL REFERENCES b1 ON DELETE CASCADE ON UPDATE CASCADE, "B" int NOT NULL REFERENCES a1 ON DELETE CASCADE ON UPDATE CASCADE, UNIQUE ("A","B"));
CREATE TABLE "_loose" ("A" int NOT NULL REFERENCES a1, "B" int NOT NULL REFERENCES b1, PRIMARY KEY ("A","B"));
CREATE TABLE "_bare" ("A" int, "B" int);
CREATE TABLE "_self" ("A" int NOT NULL REFERENCES a1 ON DELETE CASCADE ON UPDATE CASCADE, "B" int NOT NULL REFERENCES a1 ON DELETE CASCADE ON UPDATE CASCADE, CONSTRAINT "_self_AB_pkey" PRIMARY KEY ("A","B")); CREATE INDEX "_self_B_index" ON "_self" ("B");

-- database: types
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), a smallint, b bigint, c numeric, d numeric(10), e numeric(10,2), f real, g double precision, h money, i varchar, j varchar(3), k char, l char(7), m text, n bytea, o timestamp, p timestamp(0), q timestamptz(3), r date, s time, t time(2), u timetz, v interval, w interval day to second(3), x bool, y json, z jsonb, aa xml, ab inet, ac cidr, ad macaddr, ae bit, af bit(5), ag varbit, ah varbit(9), ai point, aj box, ak tsvector, al int4range, am oid, an int[], ao text[][], ap varchar(5)[], aq numeric(5,2)[], ar timestamptz[], as_ "char", at_ name, au regclass, av int8multirange, aw macaddr8, ax pg_lsn, ay jsonpath, az bit(3)[], ba interval[], bb uuid[] NOT NULL, bc numeric(3,-2), bc2 numeric(3,5), bd bpchar, be interval(2), bf tsquery, bg txid_snapshot, bh line, bi circle, bj path, bk polygon, bl bool[] , bm jsonb[], bn bytea[], bo inet[], bp money[], bq date[]);

-- database: defaults
CREATE SEQUENCE own_seq START 5; CREATE SEQUENCE "Odd Seq";
CREATE TABLE d (id int PRIMARY KEY DEFAULT nextval('own_seq'), a int DEFAULT -1, b int DEFAULT (1 + 2), c text DEFAULT 'it''s', d text DEFAULT E'a\nb\\c', e text DEFAULT NULL, f text DEFAULT '', g bool DEFAULT false, h timestamptz DEFAULT now(), i timestamptz DEFAULT CURRENT_TIMESTAMP, j timestamptz DEFAULT CURRENT_TIMESTAMP(3), k date DEFAULT CURRENT_DATE, l timestamp DEFAULT (now() AT TIME ZONE 'utc'), m timestamp DEFAULT '2020-01-01', n timestamptz DEFAULT '2020-01-01 00:00:00+00', o interval DEFAULT '1 day', p int[] DEFAULT '{}', q int[] DEFAULT '{1,2,NULL}', r text[] DEFAULT ARRAY['a','b,c','d"e','it''s'], s text[] DEFAULT ARRAY[]::text[], t jsonb DEFAULT '{}', u jsonb DEFAULT '{"a": ["b''c"]}', v json DEFAULT '[]', w bytea DEFAULT '\x0102', x bytea DEFAULT '\000', y numeric DEFAULT 1.50, z numeric(10,2) DEFAULT 0, aa float8 DEFAULT 'NaN', ab float8 DEFAULT 1e100, ac float8 DEFAULT -0.5, ad text DEFAULT CURRENT_USER, ae uuid DEFAULT '00000000-0000-0000-0000-000000000000', af text DEFAULT upper('x'), ag text DEFAULT ('a' || 'b'), ah bigint DEFAULT 9223372036854775807, ai bigint DEFAULT -9223372036854775808, aj varchar(5) DEFAULT 'abc', ak char(5) DEFAULT 'ab', al bit(3) DEFAULT B'101', am bigint DEFAULT nextval('"Odd Seq"'), an time DEFAULT '12:00', ao date DEFAULT '2020-02-29', ap inet DEFAULT '127.0.0.1', aq money DEFAULT 1.5, ar text DEFAULT 'now()', as_ text DEFAULT '${x}', at_ smallint DEFAULT 3::smallint, au double precision DEFAULT random(), av bigint DEFAULT (EXTRACT(epoch FROM now()) * 1000)::bigint, aw text DEFAULT CASE WHEN true THEN 'a' ELSE 'b' END, ax date DEFAULT 'infinity', ay timestamptz DEFAULT '-infinity', az text DEFAULT 'línea', ba text DEFAULT '"', bb text DEFAULT '\', bc text DEFAULT '\n', bd timestamp DEFAULT LOCALTIMESTAMP, be numeric DEFAULT 'Infinity', bf timestamptz DEFAULT clock_timestamp(), bg timestamptz DEFAULT statement_timestamp(), bh bool[] DEFAULT '{t,f}', bi numeric[] DEFAULT '{1.5,2}', bj timestamptz[] DEFAULT '{}', bk jsonb[] DEFAULT '{}', bl bool DEFAULT NULL::boolean, bm int DEFAULT '5', bn text DEFAULT 5, bo xml DEFAULT '<a/>', bp text NOT NULL DEFAULT 'x'::text, bq real DEFAULT 0.1, br smallint DEFAULT '-1', bs bigint[] DEFAULT '{9223372036854775807,-1}', bt uuid[] DEFAULT '{}', bu varchar(3)[] DEFAULT '{a}', bv text DEFAULT 'multi
line', bw double precision DEFAULT 'Infinity', bx timestamptz DEFAULT (now() + '1 day'::interval), by_ date DEFAULT now(), bz int DEFAULT 1.6);

-- database: identity
CREATE TABLE id1 (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY); CREATE TABLE id2 (id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 100 INCREMENT BY 5 MINVALUE 50 MAXVALUE 1000 CACHE 3 CYCLE) PRIMARY KEY); CREATE TABLE id3 (id smallserial PRIMARY KEY, b bigserial NOT NULL, s smallint GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1)); CREATE TABLE id4 (id serial, x int GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME "weird Name" START 7), PRIMARY KEY (id, x));
CREATE TABLE id5 (id serial PRIMARY KEY); ALTER SEQUENCE id5_id_seq INCREMENT BY 10 START WITH 20; ALTER TABLE id5 RENAME TO id6; ALTER TABLE id6 RENAME COLUMN id TO key;
CREATE SEQUENCE shared; CREATE TABLE id7 (id int PRIMARY KEY DEFAULT nextval('shared')); CREATE TABLE id8 (id int PRIMARY KEY DEFAULT nextval('shared'));
CREATE SEQUENCE tsq; CREATE TABLE id9 (id text PRIMARY KEY DEFAULT nextval('tsq')::text, n numeric DEFAULT nextval('tsq'));

-- database: no key
CREATE TABLE nk (a int, b text); CREATE TABLE nk2 (a int UNIQUE); CREATE TABLE nk3 (); CREATE TABLE nk4 (a int NOT NULL UNIQUE, b int REFERENCES nk2 (a)); CREATE TABLE nk5 (x int REFERENCES nk4 (a), p tsvector PRIMARY KEY) ;

-- database: odd keys
CREATE TABLE p (k cidr PRIMARY KEY, i interval UNIQUE, r int4range UNIQUE); CREATE TABLE c (id int PRIMARY KEY, k cidr REFERENCES p, i interval REFERENCES p (i));
CREATE TYPE e AS ENUM ('a'); CREATE TABLE pe (k e PRIMARY KEY); CREATE TABLE ce (id int PRIMARY KEY, k e REFERENCES pe); CREATE TABLE arr (k int[] PRIMARY KEY, j jsonb UNIQUE, b bytea UNIQUE, n numeric UNIQUE, t timestamptz UNIQUE, f float8 UNIQUE, bo bool UNIQUE); CREATE TABLE ca (id int PRIMARY KEY, k int[] REFERENCES arr, b bytea REFERENCES arr (b), n numeric REFERENCES arr (n), j jsonb REFERENCES arr (j), t timestamptz REFERENCES arr (t));

-- database: more defaults
CREATE TABLE d (id int PRIMARY KEY, a numeric(5,2)[] DEFAULT '{}', b varchar(3)[] DEFAULT ARRAY['a','b']::varchar(3)[], c timestamptz(3)[] NOT NULL DEFAULT ARRAY[]::timestamptz[], d timestamp(3)[] DEFAULT ARRAY['2020-01-01'::timestamp], e numeric(5,2)[] DEFAULT ARRAY[1,2.5], f text[][] DEFAULT ARRAY[['a','b'],['c','d']], g int[] DEFAULT ARRAY[1,-2,NULL], h bool[] DEFAULT ARRAY[true,false], i jsonb[] DEFAULT ARRAY['{}'::jsonb], j text[] DEFAULT ARRAY[upper('x')], k char(3)[] DEFAULT '{}', l float8[] DEFAULT ARRAY[0.5], m bigint[] DEFAULT ARRAY[1,2]::bigint[], n smallint[] DEFAULT ARRAY[1::smallint], o text[] DEFAULT string_to_array('a,b', ','), p uuid[] DEFAULT ARRAY['00000000-0000-0000-0000-000000000000'::uuid]);
CREATE SCHEMA other; CREATE TABLE other.t (id serial PRIMARY KEY, n serial); ALTER TABLE other.t ALTER n DROP NOT NULL; ALTER SEQUENCE other.t_n_seq INCREMENT BY 3;

-- database: beside
-- leans: on functions
CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN email AS varchar(100) NOT NULL DEFAULT 'x' COLLATE "C"; CREATE TYPE addr AS (street text, "no" int); CREATE TYPE fr AS RANGE (SUBTYPE = float8);
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x + 1'; CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE t (id positive PRIMARY KEY, e email, a addr, r fr, aa addr[], p positive[], f int DEFAULT f(3), h int, CHECK (f(h) > 0), g int GENERATED ALWAYS AS (f(3)) STORED, d positive DEFAULT 5); CREATE INDEX ON t (f(f)); CREATE INDEX ti ON t (id) WHERE f(h) > 3; CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trg();
CREATE VIEW v1 AS SELECT * FROM t; CREATE VIEW v2 AS SELECT id, f AS "odd name" FROM v1 WHERE id > 0; CREATE MATERIALIZED VIEW mv AS SELECT count(*) FROM v2; CREATE UNIQUE INDEX ON mv (count); CREATE RULE r AS ON INSERT TO v2 DO INSTEAD NOTHING;
CREATE TABLE pol (id int PRIMARY KEY, o text); ALTER TABLE pol ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON pol USING (o = current_user);
COMMENT ON TABLE t IS 'it''s
multi "line"'; COMMENT ON COLUMN t.e IS '/// @odd {comment}'; COMMENT ON COLUMN t.f IS '';

-- database: partitions and inheritance
CREATE TABLE pa (id int, d date NOT NULL, x text, PRIMARY KEY (id, d)) PARTITION BY RANGE (d); CREATE TABLE pa1 PARTITION OF pa FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); CREATE TABLE pa2 PARTITION OF pa DEFAULT; CREATE INDEX ON pa (x); CREATE TABLE refp (id int PRIMARY KEY, a int, d date, FOREIGN KEY (a, d) REFERENCES pa); CREATE TABLE sub (id int, k text) PARTITION BY LIST (k); CREATE TABLE sub1 PARTITION OF sub FOR VALUES IN ('a') PARTITION BY HASH (id); CREATE TABLE sub11 PARTITION OF sub1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE par (id int PRIMARY KEY, n text NOT NULL DEFAULT 'x', CHECK (id > 0)); CREATE TABLE chi (extra int) INHERITS (par); CREATE TABLE chi2 (id int PRIMARY KEY, n text) INHERITS (par); CREATE TABLE lk (LIKE par INCLUDING ALL);

-- database: exclusion
CREATE TABLE ex (id int PRIMARY KEY, r int4range, p point, EXCLUDE USING gist (r WITH &&), CONSTRAINT named EXCLUDE USING gist (circle(p, 1) WITH &&) WHERE (id > 3)); CREATE TABLE ul (id int PRIMARY KEY) ; ALTER TABLE ul SET UNLOGGED; ALTER TABLE ul SET (fillfactor=70, autovacuum_enabled=false); CREATE STATISTICS st ON id, r FROM ex; CREATE UNLOGGED TABLE ul2 (a text COLLATE "C" PRIMARY KEY, b text STORAGE EXTERNAL COMPRESSION pglz COLLATE "POSIX", CHECK (a <> b) NO INHERIT); ALTER TABLE ul2 ADD CHECK (b <> 'x') NOT VALID;

-- database: several schemas
-- schemas: public, one
CREATE SCHEMA one; CREATE TYPE one.e AS ENUM ('a','b'); CREATE TYPE e AS ENUM ('c'); CREATE TABLE t (id serial PRIMARY KEY, e e DEFAULT 'c'); CREATE TABLE one.t (id serial PRIMARY KEY, e one.e DEFAULT 'a', t int REFERENCES t, ee one.e[] DEFAULT '{a,b}', g int DEFAULT nextval('one.t_id_seq')); CREATE TABLE x (id int PRIMARY KEY, t int REFERENCES one.t, e one.e NOT NULL DEFAULT 'b'); CREATE INDEX ON one.t (e); CREATE VIEW one.v AS SELECT * FROM t;

-- database: more names that collide
CREATE TABLE "a-b" (id int PRIMARY KEY); CREATE TABLE "a b" (id int PRIMARY KEY, "x-y" int REFERENCES "a-b", "x y" int REFERENCES "a-b", x_y int REFERENCES "a-b"); CREATE TABLE a_b (id int PRIMARY KEY, a_b int REFERENCES "a b", "a b" int REFERENCES a_b); CREATE TABLE "1" ("1" int PRIMARY KEY, "2" int); CREATE TABLE "2" ("1" int PRIMARY KEY REFERENCES "1"); CREATE TABLE "_" ("_" int PRIMARY KEY, "__" int); CREATE TABLE "$" ("$" int PRIMARY KEY, "€" int); CREATE TABLE post (id int PRIMARY KEY, "Post" int REFERENCES post, int int, other_post int REFERENCES post, post int REFERENCES post);
CREATE TYPE post_status AS ENUM ('a'); CREATE TYPE "Post" AS ENUM ('b'); CREATE TABLE "PostStatus" (id int PRIMARY KEY, s post_status, p "Post"); CREATE VIEW "POST" AS SELECT 1 AS x; CREATE VIEW "post status" AS SELECT 1 AS id;

-- database: enum named as a table
CREATE TYPE "a_x" AS ENUM ('v'); CREATE TABLE "a-x" (id int PRIMARY KEY, e a_x DEFAULT 'v', l a_x[] NOT NULL DEFAULT '{v}');

-- database: more keys
CREATE TABLE a (x int, y int, CONSTRAINT "my pk" PRIMARY KEY (y, x)); CREATE TABLE b (x int, y int, z int, CONSTRAINT "fk ""1" FOREIGN KEY (x, y) REFERENCES a (x, y) ON UPDATE CASCADE ON DELETE SET NULL (x), UNIQUE (x, y), PRIMARY KEY (z) INCLUDE (x)); CREATE TABLE c (id int CONSTRAINT c_id_not_null NOT NULL, PRIMARY KEY (id)); CREATE TABLE d (a int REFERENCES c, b int, PRIMARY KEY (a, b), FOREIGN KEY (b) REFERENCES c ON DELETE CASCADE); CREATE TABLE e (id int PRIMARY KEY, d_a int NOT NULL, d_b int, FOREIGN KEY (d_a, d_b) REFERENCES d ON DELETE SET DEFAULT ON UPDATE SET NULL); CREATE TABLE f (id int UNIQUE, k int UNIQUE NOT NULL, n int REFERENCES f (k)); 
CREATE TABLE g (id int); CREATE UNIQUE INDEX g_id ON g (id); ALTER TABLE g ALTER id SET NOT NULL; ALTER TABLE g ADD PRIMARY KEY USING INDEX g_id; CREATE TABLE h (id int PRIMARY KEY USING INDEX TABLESPACE pg_default, t text CONSTRAINT tu UNIQUE WITH (fillfactor=50)); ALTER TABLE h CLUSTER ON tu; ALTER TABLE h REPLICA IDENTITY FULL;
CREATE TABLE wide (a int, b int, c int, d int, e int, f int, g int, PRIMARY KEY (a, b, c, d, e, f, g)); CREATE TABLE wide2 (id int PRIMARY KEY, a int, b int, c int, d int, e int, f int, g int, FOREIGN KEY (a, b, c, d, e, f, g) REFERENCES wide);

-- database: more checks
CREATE TABLE ch (id int PRIMARY KEY, a int CHECK (a > 0), b text CHECK (b <> 'it''s' AND b ~ '^[a-z]+$'), c text CHECK (c IN ('a','b')), d numeric CHECK (d BETWEEN 0 AND 1), e jsonb CHECK (e ? 'k' AND jsonb_typeof(e) = 'object'), f varchar(10) CHECK (length(f) > 3 OR f IS NULL), g text[] CHECK (array_length(g, 1) < 5 AND 'x' <> ALL (g)), h date CHECK (h > '2000-01-01'), i timestamptz CHECK (i > now() - interval '1 day'), CONSTRAINT "odd ""name" CHECK (a < id), CONSTRAINT multi CHECK (CASE WHEN a > 1 THEN b IS NOT NULL ELSE true END), j char(2) CHECK (j ~~ 'a%'), k text COLLATE "C" CHECK (k < 'z'), l varchar(5) CHECK (l = ANY (ARRAY['a','b'])), m inet CHECK (m << '10.0.0.0/8'), n bool CHECK (n), o int CHECK (NOT (o = 1)), p text CHECK (p SIMILAR TO '(a|b)%'), q int CHECK (q IS DISTINCT FROM 3), r text CHECK (lower(r) = r), s interval CHECK (s > '0'), CHECK ((a, id) < (1, 2)), t text CHECK (t = E'a\nb\\c'), u text CHECK (u LIKE '%\_%'));
COMMENT ON CONSTRAINT multi ON ch IS 'it''s';

-- database: expressions
CREATE TABLE x (id int PRIMARY KEY, a text, b text, j jsonb, d timestamptz, n numeric(10,2), f text GENERATED ALWAYS AS (a || ' ' || b) STORED, g int GENERATED ALWAYS AS ((j ->> 'x')::int) STORED, h text GENERATED ALWAYS AS (CASE WHEN n > 0 THEN 'pos' ELSE 'neg' END) STORED, i tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(a, '')), 'A') || to_tsvector('simple', b)) STORED, k numeric(12,4) GENERATED ALWAYS AS (n * 1.5) STORED NOT NULL, l varchar(5) GENERATED ALWAYS AS (a) STORED, m bool GENERATED ALWAYS AS (a IS NULL) STORED, o text[] GENERATED ALWAYS AS (ARRAY[a, b]) STORED);
CREATE INDEX ON x ((j -> 'a' ->> 'b')); CREATE INDEX ON x (coalesce(a, 'it''s')); CREATE UNIQUE INDEX ON x ((a || b)) WHERE j IS NOT NULL; CREATE INDEX ON x (lower(a) varchar_pattern_ops, upper(b) DESC NULLS LAST) WHERE a LIKE 'x%'; CREATE INDEX ON x USING gin (i); CREATE INDEX ON x USING gin (to_tsvector('english', a)); CREATE INDEX ON x ((n::int)); CREATE INDEX ON x (((d AT TIME ZONE 'UTC')::date)); CREATE INDEX ON x (md5(a)) INCLUDE (b); CREATE INDEX ON x ((1)); CREATE INDEX ON x USING hash (lower(a)); CREATE INDEX ON x USING gin ((j -> 'tags') jsonb_path_ops); CREATE INDEX ON x USING brin (d) WHERE n > 0; CREATE INDEX ON x ((a IS NULL)); CREATE INDEX ON x (a COLLATE "POSIX" text_pattern_ops DESC NULLS LAST); CREATE INDEX ON x (substring(a from 1 for 3)); CREATE INDEX ON x USING gist (i) WITH (fillfactor=80); CREATE INDEX ON x (a) WHERE (b = ANY (ARRAY['x'::text, 'y'::text])); CREATE INDEX "Mixed Idx" ON x (n) WHERE n > 0::numeric;

-- database: sequences
CREATE SEQUENCE s1; CREATE SEQUENCE s2 AS smallint INCREMENT -1 MINVALUE -5 MAXVALUE 5 START 3 CYCLE; CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s1'), b bigint DEFAULT nextval('s1'), c text DEFAULT 'A' || nextval('s2')); ALTER SEQUENCE s2 OWNED BY t.c; CREATE TABLE u (id bigint PRIMARY KEY DEFAULT nextval('s1'::text)); CREATE TABLE v (id serial4 PRIMARY KEY, x serial8, y serial2 UNIQUE); ALTER TABLE v ALTER x TYPE int; CREATE TABLE w (id int GENERATED BY DEFAULT AS IDENTITY (MINVALUE 0 START 0), b bigint GENERATED ALWAYS AS IDENTITY UNIQUE); COMMENT ON SEQUENCE s1 IS 'x'; CREATE TABLE y (id serial PRIMARY KEY); ALTER TABLE y RENAME TO z; CREATE TABLE y (id serial PRIMARY KEY); ALTER TABLE z ALTER id DROP DEFAULT; CREATE TABLE aa (id int PRIMARY KEY DEFAULT (nextval('s1') % 1000));

-- database: comments
CREATE TYPE e AS ENUM ('a'); COMMENT ON TYPE e IS 'enum''s'; CREATE TABLE t (id int PRIMARY KEY, a text); COMMENT ON TABLE t IS E'a\nb\n\nc'; COMMENT ON COLUMN t.a IS E'  indented\r\nwindows\ttab'; COMMENT ON CONSTRAINT t_pkey ON t IS 'pk'; CREATE VIEW v AS SELECT * FROM t; COMMENT ON VIEW v IS 'v'; COMMENT ON COLUMN v.a IS 'va'; CREATE TABLE u (id int PRIMARY KEY, b int REFERENCES t); COMMENT ON CONSTRAINT u_b_fkey ON u IS 'fk'; CREATE INDEX ui ON u (b); COMMENT ON INDEX ui IS 'ix'; COMMENT ON COLUMN u.b IS E'ends with backslash \\';

-- database: types beyond
CREATE TABLE t (id int PRIMARY KEY, a timestamp with time zone[], b time(3) without time zone, c character varying(10)[] , d character(5)[], e bit varying(5)[], f double precision[], g int2vector, h oidvector, i "char"[], j regproc, k xid, l tid, m name[], n tsrange, o tstzrange[], p datemultirange, q xml[], r money[], s interval year, t interval(3)[], u pg_catalog.text, v int[3], w int[][], x numeric[], y timestamp(0)[], z varchar[] DEFAULT '{}', aa char[] , ab bit[], ac regtype, ae real[] DEFAULT '{1.5}', af oid[], ag cidr[], ah json[] DEFAULT '{}', ai timestamp[] DEFAULT '{}', aj numeric(4) DEFAULT 5, ak decimal(6,6), al float(24), am float(25), an float, ao int8[] DEFAULT '{1}', ap smallint[] DEFAULT '{1,2}');

-- database: inherited and typed
-- leans: on the tables they inherit from
CREATE TYPE ty AS (a int, b text); CREATE TABLE ot OF ty (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x'); CREATE TABLE p1 (a int); CREATE TABLE p2 (b int); CREATE TABLE c1 (c int PRIMARY KEY) INHERITS (p1, p2); CREATE TABLE c2 () INHERITS (c1);

-- database: only views
CREATE VIEW v AS SELECT 1 AS a, 'x'::text AS b, NULL::int[] AS c; CREATE MATERIALIZED VIEW m AS SELECT * FROM v; CREATE VIEW w AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n, n::text || '"' AS "odd ""col" FROM r;

-- database: discourse like
CREATE TABLE t (id bigserial PRIMARY KEY, raw text NOT NULL DEFAULT '', tags character varying[] DEFAULT '{}'::character varying[], opts jsonb NOT NULL DEFAULT '{}'::jsonb, created timestamp without time zone NOT NULL DEFAULT now(), u uuid NOT NULL DEFAULT gen_random_uuid(), n numeric(10,2) DEFAULT 0.0, s character varying(255) DEFAULT 'a'::character varying NOT NULL, ip inet DEFAULT '0.0.0.0'::inet, b boolean DEFAULT false NOT NULL, arr integer[] DEFAULT '{1,2,3}'::integer[], arr2 text[] DEFAULT '{a,"b c"}'::text[], d date DEFAULT CURRENT_DATE, t time DEFAULT '00:00:00'::time without time zone, tz timestamptz DEFAULT '1970-01-01 00:00:00+00'::timestamptz, bi bigint DEFAULT '0'::bigint, si smallint DEFAULT '1'::smallint, dp double precision DEFAULT '1.5'::double precision, iv interval DEFAULT '00:05:00'::interval, bp character(3) DEFAULT 'abc'::bpchar, x text DEFAULT NULL::character varying, ts tsvector, k character varying DEFAULT ('x'::text || 'y'::text));
CREATE INDEX idx ON t USING btree (lower((raw)::text)); CREATE UNIQUE INDEX idx2 ON t USING btree (s, COALESCE(n, (0)::numeric)); CREATE INDEX idx3 ON t (created DESC NULLS LAST) WHERE ((b = false) AND (raw <> ''::text)); CREATE INDEX idx4 ON t USING gin (tags); CREATE INDEX idx5 ON t USING gin (opts); CREATE INDEX idx6 ON t ((((opts ->> 'a'::text))::integer));
ALTER TABLE t ADD CONSTRAINT c1 CHECK (((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))); ALTER TABLE t ADD CONSTRAINT c2 CHECK (n >= (0)::numeric);
-- database: composite
CREATE TABLE a (tenant int, id int, PRIMARY KEY (tenant, id)); CREATE TABLE b (tenant int NOT NULL, id int, a_id int, PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, a_id) REFERENCES a (tenant, id), FOREIGN KEY (tenant, id) REFERENCES a); CREATE TABLE c (tenant int, b_id int, a_id int, x int, FOREIGN KEY (tenant, b_id) REFERENCES b, FOREIGN KEY (tenant, a_id) REFERENCES a ON DELETE CASCADE, UNIQUE (tenant, b_id), PRIMARY KEY (x)); CREATE TABLE m (a_t int, a_i int, b_t int, b_i int, PRIMARY KEY (a_t, a_i, b_t, b_i), FOREIGN KEY (a_t, a_i) REFERENCES a, FOREIGN KEY (b_t, b_i) REFERENCES b);
-- database: adventure works like
-- schemas: public, hr, sales
CREATE SCHEMA hr; CREATE SCHEMA sales; CREATE DOMAIN "Name" varchar(50) NULL; CREATE DOMAIN "Flag" boolean NOT NULL; CREATE DOMAIN hr."OrderNumber" varchar(25); CREATE TABLE hr.Department (DepartmentID SERIAL NOT NULL, Name "Name" NOT NULL, ModifiedDate TIMESTAMP NOT NULL DEFAULT (NOW()), CONSTRAINT "CK_D" CHECK (DepartmentID > 0)); ALTER TABLE hr.Department ADD CONSTRAINT "PK_D" PRIMARY KEY (DepartmentID); CREATE TABLE sales.t (id serial PRIMARY KEY, dep int REFERENCES hr.department, f "Flag", o hr."OrderNumber" UNIQUE, rowguid uuid NOT NULL DEFAULT (gen_random_uuid()), tot numeric GENERATED ALWAYS AS (id * 1.5) STORED, x xml); CREATE VIEW sales.v AS SELECT t.id, d.name FROM sales.t JOIN hr.department d ON d.departmentid = t.dep; CREATE MATERIALIZED VIEW hr.mv AS SELECT 1 AS one; CREATE INDEX ON hr.mv (one); CREATE TYPE hr.mood AS ENUM ('a'); CREATE TABLE public.p (m hr.mood[] DEFAULT '{a}', id int PRIMARY KEY, CHECK (m[1] = 'a'::hr.mood));
-- database: dump of text search and so on
-- leans: on a configuration
CREATE TEXT SEARCH CONFIGURATION myconf (COPY = english); CREATE TABLE t (id int PRIMARY KEY, a text, v tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, a)) STORED, w regconfig DEFAULT 'english'); CREATE AGGREGATE agg(int) (SFUNC = int4pl, STYPE = int); CREATE COLLATION mycoll (provider = libc, locale = 'C'); CREATE TABLE u (id int PRIMARY KEY, c text COLLATE mycoll); CREATE INDEX ON u (c COLLATE mycoll);
