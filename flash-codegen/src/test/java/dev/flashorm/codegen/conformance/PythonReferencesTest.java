package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.python.PythonSources;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs `src/test/python/references_test.py`, on the schema of the same test in Java and a model of its own. */
class PythonReferencesTest {
    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");
    private static final String BOSSES = """
            model Boss {
              id     Int    @id
              bossId Int?   @map("boss_id")
              boss   Boss?  @relation("bosses", fields: [bossId], references: [id], onDelete: Cascade, onUpdate: NoAction)
              others Boss[] @relation("bosses")

              @@index([bossId])
              @@map("bosses")
            }
            """;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void the_client_keeps_references(DatabaseName name, @TempDir Path folder) throws Exception {
        Python.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        String schema = Files.readString(SCHEMAS.resolve("References.flash")).replace("{provider}", name.provider());
        PythonSources.write(schema + BOSSES, "asyncio", folder);
        boolean isMysql = name.provider().equals("mysql");
        String tables = Files.readString(SCHEMAS.resolve("References.sql"))
                .replace("{q}", isMysql ? "`" : "\"")
                .replace("{time}", isMysql ? "DATETIME(3)" : "TIMESTAMP(3)");
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(tables));
            database.execute("CREATE TABLE bosses (id INTEGER NOT NULL PRIMARY KEY, boss_id INTEGER)");
            Said said = Python.run(
                    PythonSources.TESTS, "python", List.of("references_test.py", folder.toString(), database.url()));
            assertThat(said.code()).as(said.text()).isZero();
        }
    }

    @Test
    void relatedDocumentsAreWrittenAndLookedAfter(@TempDir Path folder) throws Exception {
        Python.require();
        PythonSources.write(Files.readString(SCHEMAS.resolve("Documents.flash")), "asyncio", folder);
        try (TestDatabase database = TestDatabases.create(DatabaseName.MONGODB)) {
            Said said = Python.run(
                    PythonSources.TESTS, "python", List.of("documents_test.py", folder.toString(), database.url()));
            assertThat(said.code()).as(said.text()).isZero();
        }
    }
}
