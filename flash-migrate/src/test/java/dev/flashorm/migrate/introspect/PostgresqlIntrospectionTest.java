package dev.flashorm.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnDefault.Kind;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ForeignKey.Action;
import dev.flashorm.migrate.physical.Generated;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresqlIntrospectionTest {
    private static Introspected read(String... statements) {
        return Introspected.of(DatabaseName.POSTGRESQL, statements);
    }

    @Test
    void readsAnEmptyDatabase() {
        assertThat(read().schema()).isEqualTo(DatabaseSchema.empty());
    }

    @Test
    void readsTypesInOneSpelling() {
        Introspected found = read("""
                CREATE TABLE t (
                  a int, b int8, c int2, d float4, e float8, f numeric, g numeric(8), h numeric(65,30), i bool,
                  j character varying, k varchar(20), l char, m char(3), n text, o timestamp, p timestamp(3),
                  q timestamptz(6), r time(0), s timetz, t date, u json, v jsonb, w uuid, x bytea, y xml, z inet,
                  aa bit, ab bit(4), ac varbit(9), ad oid, ae money, af int[], ag varchar(5)[], ah tsvector,
                  ai interval day to second(2), aj "char", ak name, al int4range)""");
        assertThat(found.table("t").columns())
                .extracting(column -> column.type().toString())
                .containsExactly(
                        "INTEGER",
                        "BIGINT",
                        "SMALLINT",
                        "REAL",
                        "DOUBLE PRECISION",
                        "DECIMAL",
                        "DECIMAL(8,0)",
                        "DECIMAL(65,30)",
                        "BOOLEAN",
                        "VARCHAR",
                        "VARCHAR(20)",
                        "CHAR(1)",
                        "CHAR(3)",
                        "TEXT",
                        "TIMESTAMP(6)",
                        "TIMESTAMP(3)",
                        "TIMESTAMPTZ(6)",
                        "TIME(0)",
                        "TIMETZ(6)",
                        "DATE",
                        "JSON",
                        "JSONB",
                        "UUID",
                        "BYTEA",
                        "XML",
                        "INET",
                        "BIT(1)",
                        "BIT(4)",
                        "VARBIT(9)",
                        "OID",
                        "MONEY",
                        "INTEGER[]",
                        "VARCHAR(5)[]",
                        "tsvector",
                        "interval day to second(2)",
                        "\"char\"",
                        "name",
                        "int4range");
    }

    @Test
    void readsDefaults() {
        Introspected found = read("CREATE TYPE color AS ENUM ('red', 'light ''n'' dark')", """
                CREATE TABLE t (
                  a int DEFAULT 7, b int DEFAULT -1, c bigint DEFAULT 9007199254740993, d numeric DEFAULT 1.50,
                  e text DEFAULT 'it''s', f bool DEFAULT true, g timestamp DEFAULT now(),
                  h timestamptz DEFAULT CURRENT_TIMESTAMP, i color DEFAULT 'light ''n'' dark', j jsonb DEFAULT '{}',
                  k uuid DEFAULT gen_random_uuid(), l int[] DEFAULT ARRAY[1, 2], m text DEFAULT upper('x'),
                  n text DEFAULT '', o float8 DEFAULT 1e10, p text DEFAULT NULL, q text)""");
        assertThat(found.table("t").columns())
                .extracting(Column::defaultValue)
                .containsExactly(
                        value(Kind.NUMBER, "7"),
                        value(Kind.NUMBER, "-1"),
                        value(Kind.NUMBER, "9007199254740993"),
                        value(Kind.NUMBER, "1.5"),
                        value(Kind.STRING, "'it''s'"),
                        value(Kind.BOOLEAN, "true"),
                        value(Kind.NOW, "CURRENT_TIMESTAMP"),
                        value(Kind.NOW, "CURRENT_TIMESTAMP"),
                        value(Kind.STRING, "'light ''n'' dark'"),
                        value(Kind.STRING, "'{}'"),
                        value(Kind.EXPRESSION, "gen_random_uuid()"),
                        value(Kind.EXPRESSION, "ARRAY[1, 2]::INTEGER[]"),
                        value(Kind.EXPRESSION, "upper('x'::text)"),
                        value(Kind.STRING, "''"),
                        value(Kind.NUMBER, "10000000000"),
                        Optional.empty(),
                        Optional.empty());
        assertThat(found.schema().enums())
                .containsExactly(
                        new DatabaseEnum(ObjectName.of("color"), List.of("red", "light 'n' dark"), Optional.empty()));
    }

    @Test
    void tellsSerialFromIdentityFromSequence() {
        Introspected found = read(
                "CREATE SEQUENCE tickets AS int START 100 INCREMENT 5 MAXVALUE 1000 CACHE 2 CYCLE",
                "CREATE SEQUENCE shared",
                """
                CREATE TABLE t (
                  a serial, b bigserial, c int GENERATED ALWAYS AS IDENTITY,
                  d int GENERATED BY DEFAULT AS IDENTITY (START 10 INCREMENT 2),
                  e int NOT NULL DEFAULT nextval('shared'), f bigint DEFAULT nextval('shared') + 1,
                  g text DEFAULT nextval('shared'))""",
                "COMMENT ON SEQUENCE tickets IS 'at the door'");
        Table table = found.table("t");
        assertThat(table.columns())
                .extracting(Column::identity)
                .containsExactly(
                        Optional.of(Identity.of(Identity.Kind.SERIAL)),
                        Optional.of(Identity.of(Identity.Kind.SERIAL)),
                        Optional.of(Identity.of(Identity.Kind.ALWAYS)),
                        Optional.of(new Identity(
                                Identity.Kind.BY_DEFAULT, Optional.empty(), "START WITH 10 INCREMENT BY 2")),
                        Optional.of(Identity.of(Identity.Kind.SERIAL)),
                        Optional.empty(),
                        Optional.empty());
        assertThat(found.column("t", "a").identity().orElseThrow().sequence()).contains(ObjectName.of("t_a_seq"));
        assertThat(found.column("t", "a").defaultValue()).isEmpty();
        assertThat(found.column("t", "f").defaultValue())
                .contains(ColumnDefault.expression("(nextval('shared'::regclass) + 1)"));
        assertThat(found.schema().sequences())
                .containsExactly(
                        new Sequence(
                                ObjectName.of("shared"),
                                "bigint",
                                1,
                                1,
                                1,
                                Long.MAX_VALUE,
                                1,
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new Sequence(
                                ObjectName.of("tickets"),
                                "integer",
                                100,
                                5,
                                1,
                                1000,
                                2,
                                true,
                                Optional.empty(),
                                Optional.of("at the door")));
    }

    @Test
    void readsColumnsThatAreMore() {
        Introspected found = read(
                "CREATE DOMAIN year AS int CHECK (VALUE > 1900)",
                """
                CREATE TABLE t (
                  a text NOT NULL, b name COLLATE "default", c int GENERATED ALWAYS AS (length(a)) STORED, d year NOT NULL)""",
                "COMMENT ON COLUMN t.a IS 'first'",
                "COMMENT ON TABLE t IS 'all'");
        assertThat(found.table("t").comment()).contains("all");
        assertThat(found.table("t").columns())
                .containsExactly(
                        Column.of("a", ColumnType.of("TEXT"), false).withComment(Optional.of("first")),
                        Column.of("b", ColumnType.of("name"), true).withCollation(Optional.of("\"default\"")),
                        Column.of("c", ColumnType.of("INTEGER"), true)
                                .withGenerated(Optional.of(new Generated(new SqlExpression("length(a)"), true))),
                        Column.of("d", ColumnType.of("INTEGER"), false).withOptions(Map.of("domain", "year")));
        assertThat(found.unmanaged()).containsExactly("domain year");
    }

    @Test
    void takesTheLocalesOtherNamesForTheDefaultCollation() throws SQLException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL);
                Connection connection = database.connect()) {
            String plain = connection.getCatalog() + "_c";
            database.execute("CREATE DATABASE " + plain + " TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
            try (Connection inside =
                            DriverManager.getConnection(database.jdbcUrl().replace(connection.getCatalog(), plain));
                    Statement statement = inside.createStatement()) {
                statement.execute("""
                        CREATE TABLE t (a text COLLATE "C", b varchar(9) COLLATE "POSIX", c text, d name COLLATE "default")""");
                DatabaseSchema found =
                        Introspectors.of("postgresql").introspect(inside, IntrospectionScope.defaultSchema());
                assertThat(found.tables().get(0).columns())
                        .extracting(column -> column.collation().orElse(""))
                        .containsExactly("", "", "", "\"default\"");
            } finally {
                database.execute("DROP DATABASE " + plain);
            }
        }
    }

    @Test
    void readsKeysAndIndexes() {
        Introspected found = read(
                "CREATE TABLE t (id int, a text, b text, c jsonb, d int[], CONSTRAINT t_key PRIMARY KEY (id, a), "
                        + "CONSTRAINT t_u UNIQUE (b) DEFERRABLE)",
                "CREATE UNIQUE INDEX i1 ON t (a DESC, b)",
                "CREATE INDEX i2 ON t USING gin (c jsonb_path_ops)",
                "CREATE INDEX i3 ON t (lower(a), b NULLS FIRST) INCLUDE (id) WHERE a <> 'x'",
                "CREATE INDEX i4 ON t USING hash (b)",
                "CREATE INDEX i5 ON t (a text_pattern_ops, b COLLATE \"C\")",
                "CREATE INDEX i6 ON t USING gin (d) WITH (fastupdate = off)",
                "COMMENT ON INDEX i4 IS 'for joins'");
        assertThat(found.table("t").primaryKey())
                .contains(new PrimaryKey(
                        Optional.of("t_key"),
                        List.of(IndexPart.column("id"), IndexPart.column("a")),
                        "",
                        Optional.empty()));
        IndexPart a = IndexPart.column("a");
        IndexPart b = IndexPart.column("b");
        assertThat(found.table("t").indexes())
                .containsExactly(
                        index("i1", true, "", part(a, true, null, null, null), b),
                        index("i2", false, "GIN", part(IndexPart.column("c"), false, null, "jsonb_path_ops", null)),
                        new TableIndex(
                                "i3",
                                false,
                                false,
                                Optional.empty(),
                                List.of(
                                        new IndexPart(
                                                Optional.empty(),
                                                Optional.of(new SqlExpression("lower(a)")),
                                                false,
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        part(b, false, true, null, null)),
                                List.of("id"),
                                Optional.of(new SqlExpression("a <> 'x'::text")),
                                "",
                                Optional.empty()),
                        index("i4", false, "HASH", b).withComment(Optional.of("for joins")),
                        index(
                                "i5",
                                false,
                                "",
                                part(a, false, null, "text_pattern_ops", null),
                                part(b, false, null, null, "\"C\"")),
                        new TableIndex(
                                "i6",
                                false,
                                false,
                                Optional.of("GIN"),
                                List.of(IndexPart.column("d")),
                                List.of(),
                                Optional.empty(),
                                "WITH (fastupdate=off)",
                                Optional.empty()),
                        new TableIndex(
                                "t_u",
                                true,
                                true,
                                Optional.empty(),
                                List.of(b),
                                List.of(),
                                Optional.empty(),
                                "DEFERRABLE",
                                Optional.empty()));
    }

    @Test
    void readsForeignKeysAndChecks() {
        Introspected found = read(
                "CREATE SCHEMA other",
                "CREATE TABLE other.p (x int, y int, PRIMARY KEY (y, x))",
                "CREATE TABLE q (id int PRIMARY KEY)",
                """
                CREATE TABLE t (x int, y int, q int, n int CHECK (n > 0),
                  CONSTRAINT fk1 FOREIGN KEY (x, y) REFERENCES other.p (x, y) ON DELETE CASCADE ON UPDATE SET NULL,
                  CONSTRAINT fk2 FOREIGN KEY (q) REFERENCES q DEFERRABLE INITIALLY DEFERRED,
                  CONSTRAINT pair CHECK (x < y) NO INHERIT)""",
                "ALTER TABLE t ADD CONSTRAINT fk3 FOREIGN KEY (q) REFERENCES q ON DELETE RESTRICT "
                        + "ON UPDATE SET DEFAULT NOT VALID",
                "COMMENT ON CONSTRAINT fk2 ON t IS 'later'");
        assertThat(found.table("t").foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                Optional.of("fk1"),
                                List.of("x", "y"),
                                ObjectName.of("other", "p"),
                                List.of("x", "y"),
                                Action.CASCADE,
                                Action.SET_NULL,
                                "",
                                Optional.empty()),
                        new ForeignKey(
                                Optional.of("fk2"),
                                List.of("q"),
                                ObjectName.of("q"),
                                List.of("id"),
                                Action.NO_ACTION,
                                Action.NO_ACTION,
                                "DEFERRABLE INITIALLY DEFERRED",
                                Optional.of("later")),
                        new ForeignKey(
                                Optional.of("fk3"),
                                List.of("q"),
                                ObjectName.of("q"),
                                List.of("id"),
                                Action.RESTRICT,
                                Action.SET_DEFAULT,
                                "NOT VALID",
                                Optional.empty()));
        assertThat(found.table("t").checks())
                .containsExactly(
                        new Check(Optional.of("pair"), new SqlExpression("x < y"), "NO INHERIT", Optional.empty()),
                        new Check(Optional.of("t_n_check"), new SqlExpression("n > 0"), "", Optional.empty()));
        assertThat(found.unmanaged()).containsExactly("schema other");
    }

    @Test
    void readsTheSchemasAskedFor() {
        Introspected found = Introspected.of(
                DatabaseName.POSTGRESQL,
                new IntrospectionScope(List.of("public", "sales", "missing")),
                "CREATE SCHEMA sales",
                "CREATE SCHEMA hidden",
                "CREATE TYPE sales.state AS ENUM ('open')",
                "CREATE TABLE sales.orders (id serial PRIMARY KEY, state sales.state DEFAULT 'open', s sales.state[])",
                "CREATE TABLE hidden.x (id int)",
                "CREATE TABLE y (id int)");
        assertThat(found.schema().schemas()).containsExactly("sales");
        assertThat(found.schema().tables())
                .extracting(Table::name)
                .containsExactly(ObjectName.of("y"), ObjectName.of("sales", "orders"));
        Table orders = found.schema().tables().get(1);
        ColumnType state = ColumnType.ofEnum(ObjectName.of("sales", "state"));
        assertThat(orders.columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.of("INTEGER"), state, state.asArray());
        assertThat(orders.columns().get(1).defaultValue()).isEqualTo(value(Kind.STRING, "'open'"));
        assertThat(found.schema().enums())
                .extracting(DatabaseEnum::name)
                .containsExactly(ObjectName.of("sales", "state"));
        assertThat(found.unmanaged()).containsExactly("schema hidden");
    }

    @Test
    void namesWhatExistsBeside() {
        Introspected found = read(
                "CREATE TABLE t (id int PRIMARY KEY, at date, span tsrange, EXCLUDE USING gist (span WITH &&))",
                "CREATE TABLE _prisma_migrations (id int)",
                "CREATE TABLE _flash_migrations (id int)",
                "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf()",
                "CREATE POLICY mine ON t USING (id > 0)",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING",
                "CREATE STATISTICS st ON id, at FROM t",
                "CREATE TYPE pair AS (a int, b int)",
                "CREATE TYPE fr AS RANGE (subtype = float8)",
                "CREATE TABLE parted (id int, at date) PARTITION BY RANGE (at)",
                "CREATE TABLE parted_2026 PARTITION OF parted FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                "CREATE INDEX parted_at ON parted (at)",
                "CREATE TABLE child () INHERITS (t)",
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE MATERIALIZED VIEW mv AS SELECT id, at FROM t",
                "CREATE PUBLICATION pub FOR TABLE t");
        assertThat(found.unmanaged())
                .containsExactlyInAnyOrder(
                        "composite type pair",
                        "exclusion constraint t_span_excl",
                        "function f(integer)",
                        "function tf()",
                        "inheritance t",
                        "partition parted_2026",
                        "partitioning parted",
                        "policy mine",
                        "procedure p()",
                        "publication pub",
                        "range type fr",
                        "row level security t",
                        "rule r",
                        "statistics st",
                        "trigger tg");
        assertThat(found.schema().tables())
                .extracting(table -> table.name().name())
                .containsExactly("child", "parted", "t");
        assertThat(found.table("t").indexes()).isEmpty();
        assertThat(found.index("parted", "parted_at").columns()).containsExactly("at");
        assertThat(found.schema().views())
                .extracting(view -> view.name().name() + " " + view.materialized() + " "
                        + view.columns().stream().map(Column::name).toList())
                .containsExactly("mv true [id, at]", "v false [id]");
        assertThat(found.schema().views().get(1).definition())
                .startsWith("CREATE VIEW v AS")
                .doesNotContain(";");
        assertThat(found.schema().unmanaged())
                .filteredOn(object -> object.kind().equals("policy"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.table()).contains(ObjectName.of("t"));
                    assertThat(policy.definition())
                            .contains("CREATE POLICY mine ON t AS PERMISSIVE FOR ALL TO PUBLIC USING ((id > 0))");
                });
    }

    private static Optional<ColumnDefault> value(Kind kind, String sql) {
        return Optional.of(new ColumnDefault(kind, sql));
    }

    private static TableIndex index(String name, boolean unique, String method, IndexPart... parts) {
        return new TableIndex(
                name,
                unique,
                false,
                Optional.of(method).filter(text -> !text.isEmpty()),
                List.of(parts),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    private static IndexPart part(
            IndexPart key,
            boolean descending,
            @Nullable Boolean nullsFirst,
            @Nullable String operatorClass,
            @Nullable String collation) {
        return new IndexPart(
                key.column(),
                Optional.empty(),
                descending,
                Optional.ofNullable(nullsFirst),
                Optional.ofNullable(operatorClass),
                Optional.empty(),
                Optional.ofNullable(collation));
    }
}
