package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.typescript.Node;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Replays the cases of the suite through the TypeScript runtime, in a process of Node.js. */
class TypescriptConformanceTest {
    private static final Path SUITE = Path.of("src/test/resources/conformance").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.SQLITE, folder);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.POSTGRESQL, folder);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.MARIADB, folder);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.MYSQL, folder);
    }

    private static Stream<DynamicTest> replay(DatabaseName name, Path folder) throws Exception {
        Node.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        Path tests = Node.tests();
        List<Map<?, ?>> outcomes = new ArrayList<>();
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
            Path task = folder.resolve("task.json");
            Files.writeString(task, task(name, database.url()).text());
            Node.Said said = Node.run(tests, List.of("replay.js", task.toString()));
            assertThat(said.code()).as(said.text()).isZero();
            said.text()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> outcomes.add(
                            (Map<?, ?>) Objects.requireNonNull(Json.parse(line).value())));
        }
        assertThat(outcomes).isNotEmpty();
        return Stream.concat(
                outcomes.stream().map(outcome -> test(name, outcome)),
                Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
    }

    private static DynamicTest test(DatabaseName name, Map<?, ?> outcome) {
        return ConformanceReport.of("typescript", name).test(String.valueOf(outcome.get("name")), () -> {
            String message = String.valueOf(outcome.get("message"));
            Assumptions.assumeFalse("skipped".equals(outcome.get("outcome")), message);
            assertThat(outcome.get("outcome")).as(message).isEqualTo("passed");
        });
    }

    /** What the replay must know. */
    static Json task(DatabaseName name, String url) throws IOException {
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile(
                "schema.flash", ConformanceTest.text("schema.flash").replace("{provider}", name.provider()))));
        assertThat(schema.diagnostics()).isEmpty();
        List<String> writes = new ArrayList<>(ConformanceTest.WRITES);
        writes.add(ConformanceTest.contains(name));
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("schema", Descriptor.of(new CodeGenerator().client(schema.schema())));
        task.put("database", name.id());
        task.put("url", url);
        task.put("suite", SUITE.toString());
        task.put("reads", ConformanceTest.READS);
        task.put("writes", writes);
        return Json.of(task);
    }
}
