package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.typescript.CompiledTests;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
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
import java.util.Set;
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

    /** What the client can do on MongoDB, other than that for Java. */
    private static final Set<MongodbDifference> OVERCOME = Set.of(MongodbDifference.SELECT);

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path folder) throws Exception {
        Node.require();
        List<Map<?, ?>> outcomes;
        MongodbSuite suite;
        try (TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
                MongoClient connection = MongoClients.create(database.url())) {
            MongoDatabase driver =
                    connection.getDatabase(Objects.requireNonNull(new ConnectionString(database.url()).getDatabase()));
            suite = new MongodbSuite(MongodbSuite.hasTransactions(driver), OVERCOME);
            suite.index(driver);
            for (String file : ConformanceTest.READS) {
                write(folder, suite, file);
            }
            for (String file : ConformanceTest.WRITES) {
                write(folder, suite, file);
            }
            List<Object> seed = new ArrayList<>(suite.seed());
            seed.add(pair("Post.update", "id", 1, "tagNames", List.of("java", "sql")));
            seed.add(pair("Post.update", "id", 3, "tagNames", List.of("java")));
            seed.add(pair("Tag.update", "name", "java", "postIds", List.of(1, 3)));
            seed.add(pair("Tag.update", "name", "sql", "postIds", List.of(1)));
            Files.writeString(folder.resolve("seed.json"), Json.of(seed).text());
            outcomes = outcomes(
                    folder,
                    task(
                            DatabaseName.MONGODB,
                            new CodeGenerator().client(MongodbSuite.schema()),
                            database.url(),
                            folder,
                            ConformanceTest.WRITES));
        }
        ConformanceReport report = ConformanceReport.of("typescript", DatabaseName.MONGODB);
        return Stream.of(
                        outcomes.stream().map(outcome -> test(DatabaseName.MONGODB, outcome)),
                        suite.skipped().entrySet().stream().map(left -> report.skipped(left.getKey(), left.getValue())),
                        Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)))
                .flatMap(tests -> tests);
    }

    private static void write(Path folder, MongodbSuite suite, String file) throws IOException {
        List<List<Object>> cases =
                suite.cases(file).stream().map(MongodbSuite.Case::written).toList();
        Files.writeString(folder.resolve(file), Json.of(cases).text());
    }

    private static List<Object> pair(String call, String key, Object value, String field, List<?> others) {
        return List.of(call, Map.of("where", Map.of(key, value), "data", Map.of(field, others)));
    }

    private static Stream<DynamicTest> replay(DatabaseName name, Path folder) throws Exception {
        Node.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        List<Map<?, ?>> outcomes;
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
            outcomes = outcomes(folder, task(name, database.url()));
        }
        return Stream.concat(
                outcomes.stream().map(outcome -> test(name, outcome)),
                Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
    }

    private static List<Map<?, ?>> outcomes(Path folder, Json task) throws IOException {
        Path tests = CompiledTests.folder();
        Path file = folder.resolve("task.json");
        Files.writeString(file, task.text());
        Said said = Node.run(tests, List.of("replay.js", file.toString()));
        assertThat(said.code()).as(said.text()).isZero();
        List<Map<?, ?>> outcomes = new ArrayList<>();
        said.text()
                .lines()
                .filter(line -> line.startsWith("{"))
                .forEach(line -> outcomes.add(
                        (Map<?, ?>) Objects.requireNonNull(Json.parse(line).value())));
        assertThat(outcomes).isNotEmpty();
        return outcomes;
    }

    private static DynamicTest test(DatabaseName name, Map<?, ?> outcome) {
        return ConformanceReport.of("typescript", name).test(String.valueOf(outcome.get("name")), () -> {
            String message = String.valueOf(outcome.get("message"));
            Assumptions.assumeFalse("skipped".equals(outcome.get("outcome")), message);
            assertThat(outcome.get("outcome")).as(message).isEqualTo("passed");
        });
    }

    /** What the replay must know of a database with SQL. */
    static Json task(DatabaseName name, String url) throws IOException {
        List<String> writes = new ArrayList<>(ConformanceTest.WRITES);
        writes.add(ConformanceTest.contains(name));
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile(
                "schema.flash", ConformanceTest.text("schema.flash").replace("{provider}", name.provider()))));
        assertThat(schema.diagnostics()).isEmpty();
        return task(name, new CodeGenerator().client(schema.schema()), url, SUITE, writes);
    }

    private static Json task(DatabaseName name, Client client, String url, Path suite, List<String> writes) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("schema", Descriptor.of(client));
        task.put("database", name.id());
        task.put("url", url);
        task.put("suite", suite.toString());
        task.put("reads", ConformanceTest.READS);
        task.put("writes", writes);
        return Json.of(task);
    }
}
