package dev.flashorm.migrate.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnDefault.Kind;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ForeignKey.Action;
import dev.flashorm.migrate.physical.Generated;
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
import org.junit.jupiter.api.Test;

class SqliteIntrospectionTest {
    private static Introspected read(String... statements) {
        return Introspected.of(DatabaseName.SQLITE, statements);
    }

    @Test
    void readsAnEmptyDatabase() {
        assertThat(read().schema()).isEqualTo(DatabaseSchema.empty());
    }

    @Test
    void readsTypesAndDefaultsAsWritten() {
        Introspected found = read("""
                CREATE TABLE t (
                  a integer DEFAULT 7, b INT DEFAULT -1, c varchar( 20 ) DEFAULT 'it''s', d BOOLEAN DEFAULT true,
                  e boolean DEFAULT 0, f DATETIME DEFAULT CURRENT_TIMESTAMP, g TEXT DEFAULT (lower('X')),
                  h  double   precision DEFAULT 1.50, i, j BLOB DEFAULT X'00ff', k TEXT DEFAULT NULL,
                  l TEXT DEFAULT (datetime('now', 'utc')))""");
        assertThat(found.table("t").columns())
                .extracting(column -> column.type().toString())
                .containsExactly(
                        "INTEGER",
                        "INT",
                        "VARCHAR(20)",
                        "BOOLEAN",
                        "BOOLEAN",
                        "DATETIME",
                        "TEXT",
                        "DOUBLE PRECISION",
                        "",
                        "BLOB",
                        "TEXT",
                        "TEXT");
        assertThat(found.table("t").columns())
                .extracting(Column::defaultValue)
                .containsExactly(
                        value(Kind.NUMBER, "7"),
                        value(Kind.NUMBER, "-1"),
                        value(Kind.STRING, "'it''s'"),
                        value(Kind.BOOLEAN, "true"),
                        value(Kind.BOOLEAN, "false"),
                        value(Kind.NOW, "CURRENT_TIMESTAMP"),
                        value(Kind.EXPRESSION, "lower('X')"),
                        value(Kind.NUMBER, "1.5"),
                        Optional.empty(),
                        value(Kind.STRING, "X'00ff'"),
                        Optional.empty(),
                        value(Kind.EXPRESSION, "datetime('now', 'utc')"));
    }

    @Test
    void readsWhatOnlyTheTextTells() {
        Introspected found =
                read("""
                CREATE TABLE "odd (name" ( -- the key
                  "id" INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT,
                  [a, b] TEXT COLLATE NOCASE NOT NULL /* CHECK (1) */ CONSTRAINT "short" CHECK (length([a, b]) < 9),
                  n INT CHECK (n > (0)) CHECK (n <> ','),
                  `double` INT GENERATED ALWAYS AS (n * (2)) STORED, half AS (n / 2),
                  CONSTRAINT both CHECK (n < 5 OR id > 1) CHECK ("id" <> 'CHECK (x)'))""", "CREATE TABLE plain (id INTEGER PRIMARY KEY, d INTEGER DEFAULT (1) CHECK (d > 0))");
        Table table = found.table("odd (name");
        assertThat(table.checks())
                .containsExactly(
                        check("short", "length([a, b]) < 9"),
                        check("", "n > (0)"),
                        check("", "n <> ','"),
                        check("both", "n < 5 OR id > 1"),
                        check("", "\"id\" <> 'CHECK (x)'"));
        assertThat(table.columns().get(0).identity()).contains(Identity.of(Identity.Kind.AUTO_INCREMENT));
        assertThat(table.columns().get(1).name()).isEqualTo("a, b");
        assertThat(table.columns().get(1).collation()).contains("NOCASE");
        assertThat(table.columns().get(3).generated()).contains(new Generated(new SqlExpression("n * (2)"), true));
        assertThat(table.columns().get(4).generated()).contains(new Generated(new SqlExpression("n / 2"), false));
        assertThat(found.column("plain", "id").identity()).isEmpty();
        assertThat(found.column("plain", "id").nullable()).isFalse();
        assertThat(found.table("plain").checks()).containsExactly(check("", "d > 0"));
    }

    @Test
    void readsKeysAndIndexes() {
        Introspected found = read(
                "CREATE TABLE t (a TEXT COLLATE NOCASE, b TEXT, c INT, PRIMARY KEY (b DESC, a), UNIQUE (c, a)) "
                        + "WITHOUT ROWID, STRICT",
                "CREATE INDEX i1 ON t (a, b DESC)",
                "CREATE UNIQUE INDEX i2 ON t (lower(a) || 'WHERE' DESC, b COLLATE RTRIM) WHERE c > 1 AND b <> ')'");
        Table table = found.table("t");
        assertThat(table.options()).isEqualTo(Map.of("without rowid", "", "strict", ""));
        assertThat(table.primaryKey())
                .contains(new PrimaryKey(
                        Optional.empty(),
                        List.of(descending(IndexPart.column("b")), IndexPart.column("a")),
                        "",
                        Optional.empty()));
        TableIndex i2 = found.index("t", "i2");
        assertThat(i2.unique()).isTrue();
        assertThat(i2.where()).contains(new SqlExpression("c > 1 AND b <> ')'"));
        assertThat(i2.parts().get(0).expression()).contains(new SqlExpression("lower(a) || 'WHERE'"));
        assertThat(i2.parts().get(0).descending()).isTrue();
        assertThat(i2.parts().get(1).collation()).contains("RTRIM");
        assertThat(found.index("t", "i1"))
                .isEqualTo(TableIndex.of("i1", false, List.of("a", "b"))
                        .withParts(List.of(IndexPart.column("a"), descending(IndexPart.column("b"))), List.of()));
        // The second one by its name in the catalog, the first one beside the primary key.
        assertThat(found.index("t", "sqlite_autoindex_t_1").constraint()).isTrue();
        assertThat(table.indexes()).hasSize(3);
    }

    @Test
    void readsForeignKeysInTheOrderOfTheText() {
        Introspected found = read(
                "CREATE TABLE p (x INT, y INT, PRIMARY KEY (y, x))", """
                CREATE TABLE t (q INT REFERENCES q DEFERRABLE INITIALLY DEFERRED, x INT, y INT,
                  CONSTRAINT named FOREIGN KEY (x, y) REFERENCES p (x, y) ON DELETE CASCADE ON UPDATE SET NULL,
                  FOREIGN KEY (y, x) REFERENCES p NOT DEFERRABLE)""", "CREATE TABLE q (id INTEGER PRIMARY KEY)");
        assertThat(found.table("t").foreignKeys())
                .containsExactly(
                        key(
                                List.of("q"),
                                "q",
                                List.of("id"),
                                Action.NO_ACTION,
                                Action.NO_ACTION,
                                "DEFERRABLE INITIALLY DEFERRED"),
                        key(List.of("x", "y"), "p", List.of("x", "y"), Action.CASCADE, Action.SET_NULL, ""),
                        key(List.of("y", "x"), "p", List.of("y", "x"), Action.NO_ACTION, Action.NO_ACTION, ""));
    }

    @Test
    void namesWhatExistsBeside() {
        Introspected found = read(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, at INT)",
                "CREATE TABLE _prisma_migrations (id INT)",
                "CREATE VIRTUAL TABLE docs USING fts5 (body)",
                "CREATE TRIGGER tg AFTER INSERT ON t BEGIN UPDATE t SET at = 1; END",
                "CREATE VIEW v AS SELECT id, at + 1 AS later FROM t");
        assertThat(found.unmanaged())
                .contains("trigger tg", "virtual table docs", "shadow table docs_content")
                .allMatch(name -> name.startsWith("shadow table")
                        || List.of("trigger tg", "virtual table docs").contains(name));
        assertThat(found.schema().tables()).extracting(Table::name).containsExactly(ObjectName.of("t"));
        assertThat(found.schema().views())
                .singleElement()
                .satisfies(view ->
                        assertThat(view.columns()).extracting(Column::name).containsExactly("id", "later"));
        assertThat(found.schema().unmanaged())
                .filteredOn(object -> object.kind().equals("trigger"))
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.table()).contains(ObjectName.of("t")));
    }

    @Test
    void readsADatabaseWithABrokenView() {
        Introspected found = read(
                "CREATE TABLE t (id INTEGER PRIMARY KEY)",
                "CREATE VIEW broken AS SELECT missing FROM nowhere",
                "CREATE TABLE child (id INT REFERENCES gone)");
        assertThat(found.schema().views()).hasSize(1);
        assertThat(found.table("child").foreignKeys().get(0).targetColumns()).isEmpty();
    }

    private static Check check(String name, String sql) {
        return new Check(
                Optional.of(name).filter(text -> !text.isEmpty()), new SqlExpression(sql), "", Optional.empty());
    }

    private static IndexPart descending(IndexPart part) {
        return new IndexPart(
                part.column(),
                part.expression(),
                true,
                part.nullsFirst(),
                part.operatorClass(),
                part.length(),
                part.collation());
    }

    private static ForeignKey key(
            List<String> columns,
            String target,
            List<String> targets,
            Action onDelete,
            Action onUpdate,
            String options) {
        return new ForeignKey(
                Optional.empty(),
                columns,
                ObjectName.of(target),
                targets,
                onDelete,
                onUpdate,
                options,
                Optional.empty());
    }

    private static Optional<ColumnDefault> value(Kind kind, String sql) {
        return Optional.of(new ColumnDefault(kind, sql));
    }
}
