package dev.flashorm.codegen.conformance;

import dev.flashorm.runtime.query.Json;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Replays the cases of the suite through the generated Python client. */
class PythonConformanceTest {
    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.SQLITE, "asyncio", folder);
    }

    @TestFactory
    Stream<DynamicTest> sqliteWithoutAnEventLoop(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.SQLITE, "sync", folder);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.POSTGRESQL, "asyncio", folder);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.MARIADB, "asyncio", folder);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path folder) throws Exception {
        return replay(DatabaseName.MYSQL, "asyncio", folder);
    }

    private static Stream<DynamicTest> replay(DatabaseName name, String style, Path folder) throws Exception {
        String provider = name.provider();
        String quote = provider.equals("mysql") ? "`" : "\"";
        Map<String, List<?>> sowing = Map.of(
                "reset",
                statements("reset/" + provider + ".sql"),
                "seed",
                items("seed.json"),
                "pairs",
                List.of(ConformanceTest.statements(
                        ConformanceTest.text("pairs.sql").replace("{q}", quote))));
        String schema = ConformanceTest.text("schema.flash").replace("{provider}", provider);
        PythonReplay replay = new PythonReplay(name, style, schema, statements("tables/" + provider + ".sql"), sowing);
        return replay.tests(replay.run(cases(name), folder));
    }

    private static List<Map<String, Object>> cases(DatabaseName name) throws IOException {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String file : ConformanceTest.READS) {
            items(file).forEach(item -> cases.add(of(item, name, true)));
        }
        List<String> writes = new ArrayList<>(ConformanceTest.WRITES);
        writes.add(ConformanceTest.contains(name));
        for (String file : writes) {
            items(file).forEach(item -> cases.add(of(item, name, false)));
        }
        return cases;
    }

    private static Map<String, Object> of(Object item, DatabaseName name, boolean reads) {
        List<?> parts = ConformanceTest.list(item);
        Object last = parts.get(parts.size() - 1);
        boolean counts = !(last instanceof List<?>);
        List<?> steps = parts.subList(1, counts ? parts.size() - 1 : parts.size());
        return PythonReplay.test(
                String.valueOf(parts.get(0)), reads, steps, counts ? ConformanceTest.count(last, name) : -1);
    }

    private static List<?> items(String file) throws IOException {
        return ConformanceTest.list(Json.parse(ConformanceTest.text(file)).value());
    }

    private static List<String> statements(String file) throws IOException {
        return List.of(ConformanceTest.statements(ConformanceTest.text(file)));
    }
}
