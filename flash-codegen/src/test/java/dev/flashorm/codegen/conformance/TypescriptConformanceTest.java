package dev.flashorm.codegen.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.NewerNode;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Replays the cases of the suite through generated TypeScript. */
class TypescriptConformanceTest {
    private static final Path SUITE = Path.of("src/test/resources/conformance").toAbsolutePath();

    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.SQLITE, folder);
    }

    /** By `node:sqlite`. The cases count once. */
    @TestFactory
    Stream<DynamicTest> sqliteOfNode(@TempDir Path folder) throws Exception {
        NewerNode.require();
        return replay(replay(DatabaseName.SQLITE).withOwnSqlite(), folder);
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

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path folder) throws Exception {
        Node.require();
        List<Map<?, ?>> outcomes;
        TypescriptReplay replay;
        MongodbSuite suite;
        try (TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
                MongoClient connection = MongoClients.create(database.url())) {
            MongoDatabase driver =
                    connection.getDatabase(Objects.requireNonNull(new ConnectionString(database.url()).getDatabase()));
            suite = new MongodbSuite(MongodbSuite.hasTransactions(driver), false);
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
            replay = new TypescriptReplay(
                    DatabaseName.MONGODB,
                    ConformanceTest.text("schema.mongodb.flash"),
                    folder,
                    true,
                    ConformanceTest.READS,
                    ConformanceTest.WRITES);
            outcomes = replay.run(database.url(), Files.createDirectory(folder.resolve("client")));
        }
        ConformanceReport report = ConformanceReport.of("typescript", DatabaseName.MONGODB);
        return Stream.of(
                        replay.tests(outcomes),
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
        return replay(replay(name), folder);
    }

    private static Stream<DynamicTest> replay(TypescriptReplay replay, Path folder) throws Exception {
        DatabaseName name = replay.database();
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
            return Stream.concat(
                    replay.tests(replay.run(database.url(), folder)),
                    Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
        }
    }

    /** The cases of the suite on a database with SQL. */
    static TypescriptReplay replay(DatabaseName name) throws IOException {
        List<String> writes = new ArrayList<>(ConformanceTest.WRITES);
        writes.add(ConformanceTest.contains(name));
        String schema = ConformanceTest.text("schema.flash").replace("{provider}", name.provider());
        return new TypescriptReplay(name, schema, SUITE, true, ConformanceTest.READS, writes);
    }
}
