package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.python.PythonSources;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Replays cases through the Python client that is generated of a schema, in a process of Python.
 *
 * @param style `asyncio` or `sync`
 * @param schema its text
 * @param tables the statements that make its tables, none without SQL
 * @param sowing the members `reset`, `seed` and `pairs` of what the replay is told, empty if cases begin with nothing
 */
record PythonReplay(
        DatabaseName database, String style, String schema, List<String> tables, Map<String, List<?>> sowing) {
    /** Of the client for asyncio, without a seed. */
    static PythonReplay unsown(DatabaseName database, String schema, List<String> tables) {
        return new PythonReplay(
                database, "asyncio", schema, tables, Map.of("reset", List.of(), "seed", List.of(), "pairs", List.of()));
    }

    /**
     * A case that leaves the records as they are, or for which the seed is sown anew.
     *
     * @param steps call, arguments and perhaps expectation
     * @param statements how many it takes; negative if that is not said
     */
    static Map<String, Object> test(String name, boolean isRead, List<?> steps, int statements) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", name);
        test.put("reads", isRead);
        test.put("steps", steps);
        if (statements >= 0) {
            test.put("statements", statements);
        }
        return test;
    }

    /** Skips what the machine has no database for. @return what came of the cases */
    List<Map<?, ?>> run(List<Map<String, Object>> cases, Path folder) throws Exception {
        Python.require();
        Assumptions.assumeFalse(TestDatabases.available(database).isEmpty(), () -> database.id() + " is not to be had");
        try (TestDatabase prepared = TestDatabases.create(database)) {
            if (!tables.isEmpty()) {
                prepared.execute(tables.toArray(String[]::new));
            }
            return run(cases, prepared.url(), folder);
        }
    }

    /** On a database with all tables. */
    List<Map<?, ?>> run(List<Map<String, Object>> cases, String url, Path folder) throws Exception {
        PythonSources.write(schema, style, folder);
        Map<String, Object> suite = new LinkedHashMap<>(sowing);
        suite.put("cases", cases);
        Files.writeString(folder.resolve("suite.json"), Json.of(suite).text());
        Said said = Python.run(
                PythonSources.TESTS, "python", List.of("replay.py", folder.toString(), database.provider(), url));
        assertThat(said.code()).as(said.text()).isZero();
        List<Map<?, ?>> outcomes = said.text()
                .lines()
                .filter(line -> line.startsWith("{"))
                .<Map<?, ?>>map(line ->
                        (Map<?, ?>) Objects.requireNonNull(Json.parse(line).value()))
                .toList();
        assertThat(outcomes).isNotEmpty();
        return outcomes;
    }

    /** The cases that were replayed, as tests. A database has one row, that of the interface to begin with. */
    Stream<DynamicTest> tests(List<Map<?, ?>> outcomes) {
        return tests(outcomes, Set.of());
    }

    /** @param apart the titles of cases that do not count */
    Stream<DynamicTest> tests(List<Map<?, ?>> outcomes, Set<String> apart) {
        return Stream.concat(
                outcomes.stream().map(outcome -> test(outcome, apart)),
                Stream.of(DynamicTest.dynamicTest("end", ConformanceReport::write)));
    }

    private DynamicTest test(Map<?, ?> outcome, Set<String> apart) {
        String title = String.valueOf(outcome.get("name"));
        Executable body = () -> {
            String message = String.valueOf(outcome.get("message"));
            Assumptions.assumeFalse("skipped".equals(outcome.get("outcome")), message);
            assertThat(outcome.get("outcome")).as(message).isEqualTo("passed");
        };
        return style.equals("asyncio") && !apart.contains(title)
                ? ConformanceReport.of("python", database).test(title, body)
                : DynamicTest.dynamicTest(title, body);
    }
}
