package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.typescript.CompiledTests;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the TypeScript runtime's own tests on each database: many at once, failures, limits, hostile values. */
class TypescriptRuntimeTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB", "MYSQL"})
    void tests_pass(DatabaseName name, @TempDir Path folder) throws Exception {
        Node.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        Path tests = CompiledTests.folder();
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
            Path task = TypescriptConformanceTest.replay(name).task(database.url(), folder);
            Said said = Node.run(tests, List.of("runtime.test.js", task.toString()));
            assertThat(said.code()).as(said.text()).isZero();
        }
    }
}
