package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.NewerNode;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the tests of generated TypeScript that are written in TypeScript, on each database. */
class TypescriptRuntimeTest {
    /** Many at once, failures, limits, hostile values. */
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void tests_pass(DatabaseName name, @TempDir Path folder) throws Exception {
        run("runtime.test.js", TypescriptConformanceTest.replay(name), tables(name), folder);
    }

    @Test
    void testsPassOnTheSqliteOfNode(@TempDir Path folder) throws Exception {
        NewerNode.require();
        TypescriptReplay replay =
                TypescriptConformanceTest.replay(DatabaseName.SQLITE).withOwnSqlite();
        run("runtime.test.js", replay, tables(DatabaseName.SQLITE), folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void rowsComeAsTheyAreAskedFor(DatabaseName name, @TempDir Path folder) throws Exception {
        run("streams.test.js", TypescriptConformanceTest.replay(name), tables(name), folder);
    }

    @Test
    void rowsComeAsTheyAreAskedForFromTheSqliteOfNode(@TempDir Path folder) throws Exception {
        NewerNode.require();
        TypescriptReplay replay =
                TypescriptConformanceTest.replay(DatabaseName.SQLITE).withOwnSqlite();
        run("streams.test.js", replay, tables(DatabaseName.SQLITE), folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void lostConnectionsAreReplaced(DatabaseName name, @TempDir Path folder) throws Exception {
        run("connections.test.js", TypescriptConformanceTest.replay(name), tables(name), folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void referencesWithoutForeignKeysAreKept(DatabaseName name, @TempDir Path folder) throws Exception {
        String schema = SchemaScenarioTest.resource("References.flash").replace("{provider}", name.provider());
        TypescriptReplay replay = new TypescriptReplay(name, schema, folder, false, List.of(), List.of());
        run("references.test.js", replay, SchemaScenarioTest.script(name, "References.sql"), folder);
    }

    @Test
    void relatedDocumentsAreWrittenAndLookedAfter(@TempDir Path folder) throws Exception {
        String schema = SchemaScenarioTest.resource("Documents.flash");
        TypescriptReplay replay =
                new TypescriptReplay(DatabaseName.MONGODB, schema, folder, false, List.of(), List.of());
        run("documents.test.js", replay, new String[0], folder);
    }

    private static String[] tables(DatabaseName name) throws Exception {
        return ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql"));
    }

    private static void run(String test, TypescriptReplay replay, String[] tables, Path folder) throws Exception {
        Node.require();
        DatabaseName name = replay.database();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        try (TestDatabase database = TestDatabases.create(name)) {
            if (tables.length > 0) {
                database.execute(tables);
            }
            Path task = replay.task(database.url(), folder);
            Said said = replay.node(List.of(test, task.toString()));
            assertThat(said.code()).as(said.text()).isZero();
        }
    }
}
