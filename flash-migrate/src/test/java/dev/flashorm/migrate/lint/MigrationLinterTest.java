package dev.flashorm.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.Severity;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MigrationLinterTest {
    @Test
    void whatIsDoneToANewTableIsNoHazard() {
        assertThat(lint("postgresql", """
                CREATE TABLE IF NOT EXISTS "app"."User" (id INT);
                CREATE INDEX ON "app"."User"(id);
                ALTER TABLE app."User" ADD COLUMN a TEXT NOT NULL, ALTER COLUMN a SET NOT NULL, DROP COLUMN id;
                ALTER TABLE "User" RENAME TO "Person";
                DELETE FROM "Person";
                DROP TABLE "Person";
                """)).isEmpty();
    }

    @Test
    void everyClauseIsLookedAtWhereItStands() {
        List<Diagnostic> found = diagnostics("postgresql", """
                ALTER TABLE ONLY t ADD COLUMN "a,b" NUMERIC(10, 2) DEFAULT 0, DROP COLUMN IF EXISTS c,
                  ALTER d TYPE BIGINT USING (d::bigint), ADD CONSTRAINT e CHECK (f IN (1, 2));
                """);
        assertThat(found).extracting(Diagnostic::code).containsExactly("F5609", "F5606", "F5604");
        assertThat(found.get(1).span().text()).isEqualTo("ALTER d TYPE BIGINT USING (d::bigint)");
        assertThat(found.get(1).span().position().line()).isEqualTo(2);
    }

    @Test
    void commentsAndStringsAreNoStatements() {
        assertThat(lint("postgresql", """
                -- DROP TABLE a;
                /* DROP TABLE b; */
                INSERT INTO log VALUES ('DROP TABLE c; DELETE FROM d');
                DO $$ BEGIN DELETE FROM e; END $$;
                """)).isEmpty();
    }

    @Test
    void aReasonSilencesOneStatementAndOneLint() {
        assertThat(lint("mysql", """
                -- flash: allow drop-table: empty since May
                DROP TABLE a;
                DROP TABLE b;
                -- flash: allow drop-table: this is not what it is
                DELETE FROM c;
                """)).containsExactly("F5608", "F5611");
    }

    @Test
    void levelsSilenceAndSharpen() {
        LintLevels levels =
                new LintLevels(Map.of(Lint.DROP_TABLE, Lint.Level.ERROR, Lint.DELETE_ALL_ROWS, Lint.Level.OFF));
        List<Diagnostic> found = new MigrationLinter("sqlite", levels)
                .lint(new SourceFile("up.sql", "DROP TABLE a; DELETE FROM b; ALTER TABLE c RENAME d TO e"));
        assertThat(found).extracting(Diagnostic::code).containsExactly("F5608", "F5610");
        assertThat(found).extracting(Diagnostic::severity).containsExactly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void aValidatedCheckLetsAColumnBeRequired() {
        String check = "ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL) NOT VALID;\n";
        String validate = "ALTER TABLE t VALIDATE CONSTRAINT k;\n";
        String require = "ALTER TABLE t ALTER COLUMN a SET NOT NULL;\n";
        assertThat(lint("postgresql", check + validate + require)).isEmpty();
        assertThat(lint("postgresql", check + require)).containsExactly("F5602");
        assertThat(lint("postgresql", check.replace("(a", "(b") + validate + require))
                .containsExactly("F5602");
    }

    @Test
    void whatFlashWritesBlocksNobodyWhereThereIsAnotherWay() {
        String datasource = "datasource db {\n  provider = \"postgresql\"\n}\n\n";
        String before = datasource
                + "model User {\n  id Int @id\n  name String?\n  team Int?\n}\n\nmodel Team {\n  id Int @id\n}\n";
        String after = datasource
                + "model User {\n  id Int @id\n  name String\n  team Int?\n"
                + "  crew Team? @relation(fields: [team], references: [id])\n}\n\n"
                + "model Team {\n  id Int @id\n  users User[]\n}\n";
        MigrationPlan plan = MigrationPlanner.of("postgresql").plan(compile(before), compile(after));
        assertThat(lint("postgresql", plan.upSql())).as(plan.upSql()).isEmpty();
        assertThat(plan.upSql()).contains("VALIDATE CONSTRAINT").contains("SET NOT NULL");
    }

    private static Schema compile(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)))
                .schema();
    }

    @Test
    void constantAndStatementTimeDefaultsRewriteNothing() {
        assertThat(lint("postgresql", """
                ALTER TABLE t ADD COLUMN a TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
                ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT 'x'::character varying(20);
                ALTER TABLE t ADD COLUMN c TIMESTAMPTZ NOT NULL DEFAULT now();
                """)).isEmpty();
        assertThat(lint("postgresql", "ALTER TABLE t ADD c TIMESTAMPTZ DEFAULT clock_timestamp()"))
                .containsExactly("F5606");
        assertThat(lint("postgresql", "ALTER TABLE t ADD c BIGSERIAL")).containsExactly("F5606");
    }

    @Test
    void mysqlClauses() {
        assertThat(lint("mysql", """
                ALTER TABLE t ADD INDEX i (a), ADD UNIQUE INDEX u (b), DROP INDEX j, ALGORITHM=INPLACE;
                ALTER TABLE t ADD COLUMN c INT NULL AFTER a;
                ALTER TABLE t RENAME INDEX j TO k;
                CREATE INDEX i ON t (a);
                """)).isEmpty();
        assertThat(lint("mysql", """
                ALTER TABLE t CHANGE COLUMN a b INT NOT NULL;
                ALTER TABLE t CHANGE a a BIGINT NOT NULL;
                ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4;
                ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id);
                RENAME TABLE t TO v, w TO x;
                ALTER TABLE v ADD COLUMN d INT NOT NULL;
                """)).containsExactly("F5610", "F5616", "F5616", "F5616", "F5610", "F5610", "F5613");
    }

    @Test
    void aRebuildIsOneHazardAndNotADrop() {
        assertThat(lint("sqlite", """
                CREATE TABLE "new_t" ("a" TEXT);
                INSERT INTO "new_t" SELECT "a" FROM "t";
                DROP TABLE "t";
                ALTER TABLE "new_t" RENAME TO "t";
                """)).containsExactly("F5617");
    }

    @Test
    void oddTextIsNoReasonToFail() {
        for (String provider : List.of("postgresql", "mysql", "sqlite")) {
            for (String sql : List.of(
                    "",
                    ";;",
                    "ALTER",
                    "ALTER TABLE",
                    "ALTER TABLE t",
                    "ALTER TABLE t ADD",
                    "ALTER TABLE t ,,",
                    "ALTER TABLE t ADD CONSTRAINT",
                    "ALTER TABLE t ALTER",
                    "ALTER TYPE x ADD VALUE",
                    "DROP TABLE",
                    "CREATE INDEX",
                    "RENAME TABLE a TO",
                    "ALTER TABLE t ADD COLUMN a INT DEFAULT",
                    "ALTER TABLE t ADD (a INT",
                    "-- flash:\nSELECT 1")) {
                diagnostics(provider, sql);
            }
        }
    }

    private static List<String> lint(String provider, String sql) {
        return diagnostics(provider, sql).stream().map(Diagnostic::code).toList();
    }

    private static List<Diagnostic> diagnostics(String provider, String sql) {
        return new MigrationLinter(provider, LintLevels.defaults()).lint(new SourceFile("up.sql", sql));
    }
}
