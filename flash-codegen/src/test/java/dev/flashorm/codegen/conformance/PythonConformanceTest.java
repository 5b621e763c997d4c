package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.python.PythonSources;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Replays the cases of the suite through the generated Python client, in a process of Python. */
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
        Python.require();
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        PythonSources.write(ConformanceTest.text("schema.flash").replace("{provider}", name.provider()), style, folder);
        Files.writeString(folder.resolve("suite.json"), suite(name).text());
        List<Map<?, ?>> outcomes = new ArrayList<>();
        try (TestDatabase database = TestDatabases.create(name)) {
            Said said = Python.run(
                    PythonSources.TESTS,
                    "python",
                    List.of("replay.py", folder.toString(), name.provider(), database.url()));
            assertThat(said.code()).as(said.text()).isZero();
            said.text()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> outcomes.add(
                            (Map<?, ?>) Objects.requireNonNull(Json.parse(line).value())));
        }
        assertThat(outcomes).isNotEmpty();
        // A database has one row, that of the interface to begin with.
        boolean isCounted = style.equals("asyncio");
        Stream<DynamicTest> tests = outcomes.stream().map(outcome -> test(name, isCounted, outcome));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
    }

    private static DynamicTest test(DatabaseName name, boolean isCounted, Map<?, ?> outcome) {
        String title = String.valueOf(outcome.get("name"));
        org.junit.jupiter.api.function.Executable body = () -> {
            String message = String.valueOf(outcome.get("message"));
            Assumptions.assumeFalse("skipped".equals(outcome.get("outcome")), message);
            assertThat(outcome.get("outcome")).as(message).isEqualTo("passed");
        };
        return isCounted
                ? ConformanceReport.of("python", name).test(title, body)
                : DynamicTest.dynamicTest(title, body);
    }

    /** Everything that the replay needs to know, as one JSON value. */
    private static Json suite(DatabaseName name) throws IOException {
        Map<String, Object> suite = new LinkedHashMap<>();
        String provider = name.provider();
        suite.put("tables", statements("tables/" + provider + ".sql"));
        suite.put("reset", statements("reset/" + provider + ".sql"));
        String quote = provider.equals("mysql") ? "`" : "\"";
        suite.put(
                "pairs",
                List.of(ConformanceTest.statements(
                        ConformanceTest.text("pairs.sql").replace("{q}", quote))));
        suite.put("seed", items("seed.json"));
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String file : ConformanceTest.READS) {
            items(file).forEach(item -> cases.add(of(item, name, true)));
        }
        List<String> writes = new ArrayList<>(ConformanceTest.WRITES);
        writes.add(ConformanceTest.contains(name));
        for (String file : writes) {
            items(file).forEach(item -> cases.add(of(item, name, false)));
        }
        suite.put("cases", cases);
        return Json.of(suite);
    }

    private static Map<String, Object> of(Object item, DatabaseName name, boolean reads) {
        List<?> parts = ConformanceTest.list(item);
        Object last = parts.get(parts.size() - 1);
        boolean counts = !(last instanceof List<?>);
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", Objects.requireNonNull(parts.get(0)));
        test.put("reads", reads);
        test.put("steps", parts.subList(1, counts ? parts.size() - 1 : parts.size()));
        if (counts) {
            test.put("statements", ConformanceTest.count(last, name));
        }
        return test;
    }

    private static List<?> items(String file) throws IOException {
        return ConformanceTest.list(Json.parse(ConformanceTest.text(file)).value());
    }

    private static List<String> statements(String file) throws IOException {
        return List.of(ConformanceTest.statements(ConformanceTest.text(file)));
    }
}
