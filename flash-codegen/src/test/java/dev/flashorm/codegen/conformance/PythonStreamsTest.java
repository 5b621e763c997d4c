package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.python.PythonSources;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs `src/test/python/streams_test.py`: streams of a generated client, of which each holds a connection. */
class PythonStreamsTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void streams_give_their_connections_back(DatabaseName name, @TempDir Path folder) throws Exception {
        Python.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        PythonSources.write(
                ConformanceTest.text("schema.flash").replace("{provider}", name.provider()), "asyncio", folder);
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
            List<String> arguments = List.of("streams_test.py", folder.toString(), name.provider(), database.url());
            Said said = Python.run(PythonSources.TESTS, "python", arguments);
            assertThat(said.code()).as(said.text()).isZero();
        }
    }
}
