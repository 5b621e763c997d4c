package dev.flashorm.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.faults.Scene;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on a table outlives its rebuild, though the plan knows the schema only. */
final class SqliteRebuildTest {
    private static final String MODEL = """
            model User {
              id    Int     @id @default(autoincrement())
              name  String?
              code  String? @unique
              posts Post[]

              @@index([name])
            }

            model Post {
              id     Int   @id
              userId Int?
              user   User? @relation(fields: [userId], references: [id], onDelete: Cascade)
            }
            """;

    private Scene scene;

    @BeforeEach
    void prepare() {
        scene = new Scene(TestDatabases.get(DatabaseName.SQLITE));
        scene.write("tables", plan(null, MODEL).upSql(), "");
        scene.write("by hand", """
                INSERT INTO "User" (id, name) VALUES (1, 'a'), (7, 'b');
                DELETE FROM "User" WHERE id = 7;
                INSERT INTO "Post" VALUES (1, 1);
                CREATE TABLE log (text);
                CREATE TRIGGER user_log AFTER INSERT ON "User" BEGIN
                  INSERT INTO log VALUES (new.name); INSERT INTO log VALUES ('again');
                END;
                CREATE TRIGGER post_log AFTER INSERT ON "Post" BEGIN
                  INSERT INTO log SELECT name FROM "User" WHERE id = new."userId";
                END;
                CREATE VIEW names AS SELECT u.name FROM "User" u JOIN "Post" p ON p."userId" = u.id;
                CREATE INDEX by_lower ON "User" (lower(name));
                CREATE INDEX some ON "User" (name) WHERE name > 'a';
                """, "");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void triggersViewsIndexesAndNumbersStay() {
        String after = MODEL.replace("name  String?", "name  String").replace("\n  @@index([name])\n", "\n");
        scene.write("rebuild", plan(MODEL, after).upSql(), plan(after, MODEL).upSql());
        scene.executor().up();

        assertThat(objects()).containsExactly("User_code_key", "by_lower", "names", "post_log", "some", "user_log");
        assertThat(scene.query("SELECT name FROM names")).containsExactly("a");
        assertThat(scene.query("SELECT count(*) FROM \"Post\"")).containsExactly("1");
        assertThat(scene.query("INSERT INTO \"User\" (name) VALUES ('c') RETURNING id"))
                .containsExactly("8");
        assertThat(scene.query("SELECT text FROM log")).containsExactly("c", "again");

        scene.executor().down(1);
        assertThat(objects())
                .containsExactly("User_code_key", "User_name_idx", "by_lower", "names", "post_log", "some", "user_log");
    }

    @Test
    void whatDoesNotFitTheNewTableEndsTheMigration() {
        String after = MODEL.replace("  name  String?\n", "")
                .replace("\n  @@index([name])\n", "\n")
                .replace("code  String? @unique", "code  String @unique @default(\"x\")");
        scene.write("rebuild", plan(MODEL, after).upSql(), "");
        FailureException failure = scene.failure(() -> scene.executor().up());
        assertThat(failure.code()).isEqualTo("F5312");
        assertThat(failure).hasMessageContaining("the index `by_lower` of `User` does not fit the table any more");
        assertThat(objects()).contains("by_lower", "user_log", "User_name_idx");
        assertThat(scene.query("SELECT name FROM names")).containsExactly("a");
    }

    @Test
    void aTableThatIsDroppedTakesItsTriggersAlong() {
        scene.write("drop", "DROP VIEW names;\nDROP TABLE \"Post\";", "");
        scene.executor().up();
        assertThat(objects()).doesNotContain("post_log").contains("user_log");
    }

    private List<String> objects() {
        return scene.query("SELECT name FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY name");
    }

    private static MigrationPlan plan(@Nullable String before, String after) {
        return MigrationPlanner.of("sqlite").plan(before == null ? null : compile(before), compile(after));
    }

    private static Schema compile(String text) {
        return SchemaCompiler.compile(
                        List.of(new SourceFile("a.flash", "datasource db {\n  provider = \"sqlite\"\n}\n\n" + text)))
                .schema();
    }
}
