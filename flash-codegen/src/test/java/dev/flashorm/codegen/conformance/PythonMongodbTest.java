package dev.flashorm.codegen.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Replays the cases of the suite for documents through the generated Python client. */
class PythonMongodbTest {
    @TestFactory
    Stream<DynamicTest> asyncio(@TempDir Path folder) throws Exception {
        return replay("asyncio", folder);
    }

    @TestFactory
    Stream<DynamicTest> withoutAnEventLoop(@TempDir Path folder) throws Exception {
        return replay("sync", folder);
    }

    private static Stream<DynamicTest> replay(String style, Path folder) throws Exception {
        Python.require();
        try (TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
                MongoClient connection = MongoClients.create(database.url())) {
            MongoDatabase driver =
                    connection.getDatabase(Objects.requireNonNull(new ConnectionString(database.url()).getDatabase()));
            MongodbSuite suite = new MongodbSuite(MongodbSuite.hasTransactions(driver), false);
            suite.index(driver);
            List<Map<String, Object>> cases = new ArrayList<>();
            for (String file : ConformanceTest.READS) {
                suite.cases(file).forEach(item -> cases.add(test(item, true)));
            }
            for (String file : ConformanceTest.WRITES) {
                suite.cases(file).forEach(item -> cases.add(test(item, false)));
            }
            PythonReplay replay = new PythonReplay(
                    DatabaseName.MONGODB,
                    style,
                    ConformanceTest.text("schema.mongodb.flash"),
                    List.of(),
                    Map.of("reset", List.of(), "seed", seed(suite), "pairs", List.of()));
            Stream<DynamicTest> tests = replay.tests(replay.run(cases, database.url(), folder));
            if (!style.equals("asyncio")) {
                return tests;
            }
            ConformanceReport report = ConformanceReport.of("python", DatabaseName.MONGODB);
            return Stream.concat(
                    suite.skipped().entrySet().stream().map(left -> report.skipped(left.getKey(), left.getValue())),
                    tests);
        }
    }

    private static Map<String, Object> test(MongodbSuite.Case item, boolean isRead) {
        return PythonReplay.test(item.name(), isRead, item.steps(), item.commands());
    }

    private static List<Object> seed(MongodbSuite suite) {
        List<Object> seed = new ArrayList<>(suite.seed());
        seed.add(pair("Post.update", "id", 1, "tagNames", List.of("java", "sql")));
        seed.add(pair("Post.update", "id", 3, "tagNames", List.of("java")));
        seed.add(pair("Tag.update", "name", "java", "postIds", List.of(1, 3)));
        seed.add(pair("Tag.update", "name", "sql", "postIds", List.of(1)));
        return seed;
    }

    private static List<Object> pair(String call, String key, Object value, String field, List<?> others) {
        return List.of(call, Map.of("where", Map.of(key, value), "data", Map.of(field, others)));
    }
}
