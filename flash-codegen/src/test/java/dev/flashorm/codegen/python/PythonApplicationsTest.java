package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications of more than 50 models: their clients are clean for the type checker at its strictest and the linter, and
 * create, read, change and delete a record of every model.
 */
@EnabledIfEnvironmentVariable(named = "FLASH_CORPUS", matches = ".+")
class PythonApplicationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Armadillidiid__cal.com__packages_prisma_schema",
                "triggerdotdev__trigger.dev__internal-packages_database_prisma_schema",
                "langfuse__langfuse__packages_shared_prisma_schema"
            })
    void largeApplicationsRun(String name, @TempDir Path folder) throws Exception {
        Python.require();
        Path application = Path.of(System.getenv("FLASH_CORPUS"), "schemas", name);
        PythonSources.write(Files.readString(application.resolve("schema.prisma")), "asyncio", folder);
        Files.copy(PythonSources.TESTS.resolve("ruff.toml"), folder.resolve("ruff.toml"));
        clean(Python.run(folder, "mypy", List.of("--strict", "flash_client")));
        clean(Python.run(folder, "ruff", List.of("check", "--no-cache", "flash_client")));

        Assumptions.assumeFalse(
                TestDatabases.available(DatabaseName.POSTGRESQL).isEmpty(), "postgresql is not to be had");
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            database.execute(Files.readString(application.resolve("expected.sql")));
            List<String> arguments = List.of("applications.py", folder.toString(), database.url());
            Said said = Python.run(PythonSources.TESTS, "python", arguments);
            clean(said);
            assertThat(Integer.parseInt(said.text().strip().replace(" models", "")))
                    .isGreaterThan(50);
        }
    }

    private static void clean(Said said) {
        assertThat(said.code()).as(said.text()).isZero();
    }
}
