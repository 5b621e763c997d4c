package dev.flashorm.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnDefault.Kind;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ForeignKey.Action;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.testing.DatabaseName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlIntrospectionTest {
    static Stream<DatabaseName> servers() {
        return Stream.of(DatabaseName.MYSQL, DatabaseName.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsAnEmptyDatabase(DatabaseName name) {
        assertThat(Introspected.of(name).schema().tables()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsTypesInOneSpelling(DatabaseName name) {
        Introspected found = Introspected.of(name, """
                CREATE TABLE t (
                  a int, b bigint unsigned, c smallint(5), d tinyint(1), e tinyint, f mediumint unsigned, g bool,
                  h decimal, i decimal(65,30), j float, k double, l bit, m bit(8), n char, o char(3), p varchar(191),
                  q text, r longtext, s tinytext, t binary(4), u varbinary(5), v longblob, w blob, x date, y time(3),
                  z datetime(3), aa timestamp NULL, ab year, ac json, ad enum('a','b''c','d\\\\e'), ae set('x','y'),
                  af int(5) zerofill, ag integer unsigned, ah double(8,2), ai geometry)""");
        assertThat(found.table("t").columns())
                .extracting(column -> column.type().toString())
                .containsExactly(
                        "INTEGER",
                        "BIGINT UNSIGNED",
                        "SMALLINT",
                        "BOOLEAN",
                        "TINYINT",
                        "MEDIUMINT UNSIGNED",
                        "BOOLEAN",
                        "DECIMAL(10,0)",
                        "DECIMAL(65,30)",
                        "FLOAT",
                        "DOUBLE",
                        "BIT(1)",
                        "BIT(8)",
                        "CHAR(1)",
                        "CHAR(3)",
                        "VARCHAR(191)",
                        "TEXT",
                        "LONGTEXT",
                        "TINYTEXT",
                        "BINARY(4)",
                        "VARBINARY(5)",
                        "LONGBLOB",
                        "BLOB",
                        "DATE",
                        "TIME(3)",
                        "DATETIME(3)",
                        "TIMESTAMP",
                        "YEAR",
                        "JSON",
                        "ENUM('a','b''c','d\\\\e')",
                        "SET('x','y')",
                        "INTEGER(5) UNSIGNED ZEROFILL",
                        "INTEGER UNSIGNED",
                        "DOUBLE(8,2)",
                        "GEOMETRY");
        assertThat(found.table("t").checks()).isEmpty();
        assertThat(found.table("t").columns())
                .allMatch(column -> column.collation().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsDefaults(DatabaseName name) {
        Introspected found = Introspected.of(name, """
                CREATE TABLE t (
                  a int DEFAULT 7, b int DEFAULT -1, c bigint DEFAULT 9007199254740993, d decimal(5,3) DEFAULT 1.5,
                  e varchar(20) DEFAULT 'it''s', f bool DEFAULT true, g datetime DEFAULT CURRENT_TIMESTAMP,
                  h datetime(3) DEFAULT CURRENT_TIMESTAMP(3), i enum('red','light') DEFAULT 'light',
                  j json DEFAULT ('{}'), k varchar(99) DEFAULT (uuid()), l varchar(9) DEFAULT 'a\\\\b',
                  m varchar(9) DEFAULT '', n varchar(9) DEFAULT 'NULL', o double DEFAULT 1e10, p varchar(9) DEFAULT NULL,
                  q varchar(9), r varchar(9) NOT NULL, s datetime(3) DEFAULT '2020-01-02 03:04:05',
                  t datetime(3) DEFAULT '2020-01-02 03:04:05.120', u bit(1) DEFAULT b'1', v text DEFAULT ('long'),
                  w varchar(30) DEFAULT (concat('a', 'b''c')), x timestamp(3) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(3),
                  y varchar(9) DEFAULT '5', z date DEFAULT '2020-01-02')""");
        assertThat(found.table("t").columns())
                .extracting(Column::defaultValue)
                .startsWith(
                        value(Kind.NUMBER, "7"),
                        value(Kind.NUMBER, "-1"),
                        value(Kind.NUMBER, "9007199254740993"),
                        value(Kind.NUMBER, "1.5"),
                        value(Kind.STRING, "'it''s'"),
                        value(Kind.BOOLEAN, "true"),
                        value(Kind.NOW, "CURRENT_TIMESTAMP"),
                        value(Kind.NOW, "CURRENT_TIMESTAMP(3)"),
                        value(Kind.STRING, "'light'"),
                        value(Kind.STRING, "'{}'"),
                        value(Kind.EXPRESSION, "uuid()"),
                        value(Kind.STRING, "'a\\\\b'"),
                        value(Kind.STRING, "''"),
                        value(Kind.STRING, "'NULL'"),
                        value(Kind.NUMBER, "10000000000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        value(Kind.STRING, "'2020-01-02 03:04:05'"),
                        value(Kind.STRING, "'2020-01-02 03:04:05.12'"),
                        value(Kind.BOOLEAN, "true"),
                        value(Kind.STRING, "'long'"))
                .endsWith(Optional.empty(), value(Kind.STRING, "'5'"), value(Kind.STRING, "'2020-01-02'"));
        assertThat(found.column("t", "w").defaultValue()).contains(ColumnDefault.expression("concat('a','b\\'c')"));
        assertThat(found.column("t", "x").options()).isEqualTo(Map.of("on update", "CURRENT_TIMESTAMP(3)"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsColumnsThatAreMore(DatabaseName name) {
        Introspected found = Introspected.of(name, """
                CREATE TABLE t (
                  id int NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'first', a varchar(9) NOT NULL,
                  b varchar(9) CHARACTER SET latin1 COLLATE latin1_bin, c int GENERATED ALWAYS AS (char_length(a) + 1) STORED,
                  d varchar(30) GENERATED ALWAYS AS (concat(a, 'x')) VIRTUAL)
                ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='it''s all'""");
        Table table = found.table("t");
        assertThat(table.comment()).contains("it's all");
        assertThat(table.options()).isEqualTo(Map.of("ENGINE", "MyISAM", "collation", "utf8mb4_unicode_ci"));
        assertThat(table.columns().get(0).identity()).contains(Identity.of(Identity.Kind.AUTO_INCREMENT));
        assertThat(table.columns().get(0).comment()).contains("first");
        assertThat(table.columns().get(0).defaultValue()).isEmpty();
        assertThat(table.columns().get(1).nullable()).isFalse();
        assertThat(table.columns().get(2).collation()).contains("latin1_bin");
        assertThat(table.columns().get(3).generated().orElseThrow().stored()).isTrue();
        assertThat(table.columns().get(3).generated().orElseThrow().expression())
                .isEqualTo(new SqlExpression("char_length(`a`) + 1"));
        assertThat(table.columns().get(4).generated().orElseThrow().stored()).isFalse();
        assertThat(table.columns().get(4).generated().orElseThrow().expression())
                .isEqualTo(new SqlExpression("concat(`a`,'x')"));
        assertThat(table.primaryKey())
                .contains(new PrimaryKey(Optional.empty(), List.of(IndexPart.column("id")), "", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsKeysAndIndexes(DatabaseName name) {
        Introspected found = Introspected.of(
                name, "CREATE TABLE p (x int, y int, PRIMARY KEY (x, y))", "CREATE TABLE q (id int PRIMARY KEY)", """
                CREATE TABLE t (x int, y int, q int, w int, a varchar(300), b text, n int,
                  UNIQUE KEY a_key (a(20)), KEY b_idx (n DESC, b(10)), FULLTEXT KEY ft (a, b) COMMENT 'search',
                  KEY q_and_w (q, w),
                  CONSTRAINT fk1 FOREIGN KEY (x, y) REFERENCES p (x, y) ON DELETE CASCADE ON UPDATE SET NULL,
                  CONSTRAINT fk2 FOREIGN KEY (q) REFERENCES q (id) ON DELETE NO ACTION ON UPDATE NO ACTION,
                  CONSTRAINT positive CHECK (n > 0))""");
        assertThat(found.table("t").foreignKeys())
                .containsExactly(
                        key("fk1", List.of("x", "y"), "p", List.of("x", "y"), Action.CASCADE, Action.SET_NULL),
                        key("fk2", List.of("q"), "q", List.of("id"), Action.NO_ACTION, Action.NO_ACTION));
        assertThat(found.table("t").indexes())
                .extracting(TableIndex::name)
                .as("the index that the server made for fk1 belongs to it")
                .containsExactly("a_key", "b_idx", "ft", "q_and_w");
        assertThat(found.index("t", "a_key").unique()).isTrue();
        assertThat(found.index("t", "a_key").parts().get(0).length()).contains(20);
        assertThat(found.index("t", "b_idx").parts().get(1).length()).contains(10);
        assertThat(found.index("t", "b_idx").parts().get(0).length()).isEmpty();
        if (name == DatabaseName.MYSQL) {
            // MariaDB keeps descending keys from 10.8 on.
            assertThat(found.index("t", "b_idx").parts().get(0).descending()).isTrue();
        }
        assertThat(found.index("t", "ft").method()).contains("FULLTEXT");
        assertThat(found.index("t", "ft").columns()).containsExactly("a", "b");
        assertThat(found.index("t", "ft").comment()).contains("search");
        assertThat(found.table("t").checks())
                .containsExactly(
                        new Check(Optional.of("positive"), new SqlExpression("`n` > 0"), "", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = "MYSQL")
    void readsWhatOnlyMysqlHas(DatabaseName name) {
        Introspected found = Introspected.of(
                name,
                "CREATE TABLE t (a varchar(20), n int, CHECK (n > 1) NOT ENFORCED, KEY e ((lower(`a`)), n), "
                        + "KEY hidden (n) INVISIBLE, h int INVISIBLE)",
                "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1");
        assertThat(found.unmanaged()).containsExactly("event ev");
        assertThat(found.index("t", "e").parts().get(0).expression()).contains(new SqlExpression("lower(`a`)"));
        assertThat(found.index("t", "hidden").options()).isEqualTo("INVISIBLE");
        assertThat(found.column("t", "h").options()).containsKey("invisible");
        assertThat(found.table("t").checks().get(0).options()).isEqualTo("NOT ENFORCED");
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void readsWhatOnlyMariadbHas(DatabaseName name) {
        Introspected found = Introspected.of(
                name,
                "CREATE TABLE t (a json NOT NULL, b longtext CHECK (json_valid(`a`)), c text UNIQUE) WITH SYSTEM VERSIONING",
                "CREATE SEQUENCE s");
        assertThat(found.column("t", "a").type().name()).isEqualTo("JSON");
        assertThat(found.column("t", "b").type().name()).isEqualTo("LONGTEXT");
        assertThat(found.table("t").checks()).extracting(Check::name).containsExactly(Optional.of("b"));
        assertThat(found.index("t", "c").method()).isEmpty();
        assertThat(found.unmanaged()).containsExactly("sequence s", "system versioning t");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void namesWhatExistsBeside(DatabaseName name) {
        Introspected found = Introspected.of(
                name,
                "CREATE TABLE t (id int PRIMARY KEY, at int) PARTITION BY HASH (id) PARTITIONS 2",
                "CREATE TABLE _prisma_migrations (id int)",
                "CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW SET NEW.at = 1",
                "CREATE PROCEDURE p() SELECT 1",
                "CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1",
                "CREATE VIEW v AS SELECT id, 'x' AS label FROM t");
        assertThat(found.unmanaged()).containsExactly("function f", "partitioning t", "procedure p", "trigger tg");
        assertThat(found.schema().tables()).extracting(Table::name).containsExactly(ObjectName.of("t"));
        assertThat(found.schema().views()).singleElement().satisfies(view -> {
            assertThat(view.definition()).startsWith("CREATE VIEW `v` AS select ");
            assertThat(view.columns()).extracting(Column::name).containsExactly("id", "label");
        });
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB")
    void namesASequenceWithoutItsDatabase(DatabaseName server) {
        Introspected found = Introspected.of(
                server,
                "CREATE SEQUENCE s",
                "CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval(s), a int CHECK (a > 0))");
        assertThat(found.column("t", "id").defaultValue()).isEqualTo(value(Kind.EXPRESSION, "nextval(`s`)"));
        assertThat(found.table("t").checks())
                .singleElement()
                .satisfies(check -> assertThat(check.options()).isEqualTo("COLUMN"));
    }

    private static ForeignKey key(
            String name,
            List<String> columns,
            String target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate) {
        return new ForeignKey(
                Optional.of(name),
                columns,
                ObjectName.of(target),
                targetColumns,
                onDelete,
                onUpdate,
                "",
                Optional.empty());
    }

    private static Optional<ColumnDefault> value(Kind kind, String sql) {
        return Optional.of(new ColumnDefault(kind, sql));
    }
}
