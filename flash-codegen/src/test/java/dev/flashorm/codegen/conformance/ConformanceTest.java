package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the cases of `src/test/resources/conformance` through generated Java. A case is a list: its name, steps of
 * call, arguments and expectation, and how many statements they take: one number, or one for each database by name.
 */
class ConformanceTest {
    /** Cases that leave the seed as it is. */
    static final List<String> READS =
            List.of("reads.json", "select.json", "aggregates.json", "order.json", "streams.json", "sql.json");

    /** Cases before each of which the seed is sown anew. */
    static final List<String> WRITES = List.of(
            "writes.json",
            "versions.json",
            "json.json",
            "upserts.json",
            "bulk.json",
            "nested-writes.json",
            "locks.json");

    /** Cases of calls that Java alone has: they run, and are not counted among those of all languages. */
    static final String OWN_READS = "java/reads.json";

    static final String OWN_WRITES = "java/writes.json";

    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path output) throws Exception {
        return replay(DatabaseName.SQLITE, output);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path output) throws Exception {
        return replay(DatabaseName.POSTGRESQL, output);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path output) throws Exception {
        return replay(DatabaseName.MARIADB, output);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path output) throws Exception {
        return replay(DatabaseName.MYSQL, output);
    }

    private record Case(String name, boolean reads, List<Step> steps, int statements) {}

    private Stream<DynamicTest> replay(DatabaseName name, Path output) throws Exception {
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        SchemaResult schema = SchemaCompiler.compile(
                List.of(new SourceFile("schema.flash", text("schema.flash").replace("{provider}", name.provider()))));
        assertThat(schema.diagnostics()).isEmpty();
        CallTranslator translator = new CallTranslator(new CodeGenerator().client(schema.schema()));
        List<String> expressions = new ArrayList<>();
        List<Step> seed = steps(list(Json.parse(text("seed.json")).value()), translator, expressions);
        List<Case> cases = new ArrayList<>();
        for (String file : READS) {
            cases.addAll(cases(file, true, name, translator, expressions));
        }
        for (String file : WRITES) {
            cases.addAll(cases(file, false, name, translator, expressions));
        }
        cases.addAll(cases(contains(name), false, name, translator, expressions));
        int shared = cases.size();
        cases.addAll(cases(OWN_READS, true, name, translator, expressions));
        cases.addAll(cases(OWN_WRITES, false, name, translator, expressions));

        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.add(Calls.source(expressions, "javax.sql.DataSource pool", "pool"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        Calls calls = new Calls(JavaCompilation.load(output));
        TestDatabase read = prepared(name, calls, seed);
        CountedStatements counted = new CountedStatements(read.jdbcUrl());
        AutoCloseable readDb = calls.open(counted.dataSource());
        TestDatabase write = prepared(name, calls, seed);
        AutoCloseable writeDb = calls.connect(write.url());
        CountedStatements countedWrites = new CountedStatements(write.jdbcUrl());
        AutoCloseable countedWriteDb = calls.open(countedWrites.dataSource());
        ConformanceReport report = ConformanceReport.of(name);
        Function<Case, Executable> body = test -> () -> {
            if (test.reads()) {
                counted.reset();
                Step.run(calls, readDb, test.steps());
                assertThat(counted.count()).as("statements").isEqualTo(test.statements());
            } else {
                write.execute(statements(text("reset/" + name.provider() + ".sql")));
                seed(name, write, calls, writeDb, seed);
                countedWrites.reset();
                Step.run(calls, test.statements() < 0 ? writeDb : countedWriteDb, test.steps());
                if (test.statements() >= 0) {
                    assertThat(countedWrites.count()).as("statements").isEqualTo(test.statements());
                }
            }
        };
        Stream<DynamicTest> tests = Stream.concat(
                cases.subList(0, shared).stream().map(test -> report.test(test.name(), body.apply(test))),
                cases.subList(shared, cases.size()).stream()
                        .map(test -> DynamicTest.dynamicTest(test.name(), body.apply(test))));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("end", () -> {
            readDb.close();
            writeDb.close();
            countedWriteDb.close();
            counted.close();
            countedWrites.close();
            read.close();
            write.close();
            ConformanceReport.write();
        })));
    }

    /** The Java of all steps of all cases. */
    static List<String> expressions(DatabaseName name, CallTranslator translator) throws IOException {
        List<String> expressions = new ArrayList<>();
        List<String> files = new ArrayList<>(READS);
        files.addAll(WRITES);
        files.addAll(List.of(OWN_READS, OWN_WRITES));
        for (String file : files) {
            cases(file, true, name, translator, expressions);
        }
        cases(contains(name), true, name, translator, expressions);
        return expressions;
    }

    /** SQLite has no operator for what a JSON value contains. */
    static String contains(DatabaseName name) {
        return name == DatabaseName.SQLITE ? "json-contains.sqlite.json" : "json-contains.json";
    }

    private static TestDatabase prepared(DatabaseName name, Calls calls, List<Step> seed) throws Exception {
        TestDatabase database = TestDatabases.create(name);
        database.execute(statements(text("tables/" + name.provider() + ".sql")));
        try (AutoCloseable db = calls.connect(database.url())) {
            seed(name, database, calls, db, seed);
        }
        return database;
    }

    private static void seed(DatabaseName name, TestDatabase database, Calls calls, Object db, List<Step> seed)
            throws Exception {
        for (Step step : seed) {
            calls.call(db, step.index());
        }
        String quote = name.provider().equals("mysql") ? "`" : "\"";
        database.execute(statements(text("pairs.sql").replace("{q}", quote)));
    }

    static String[] statements(String script) {
        return Arrays.stream(script.split(";\n")).filter(sql -> !sql.isBlank()).toArray(String[]::new);
    }

    private static List<Case> cases(
            String file, boolean reads, DatabaseName name, CallTranslator translator, List<String> expressions)
            throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Object item : list(Json.parse(text(file)).value())) {
            List<?> parts = list(item);
            Object last = parts.get(parts.size() - 1);
            boolean counts = !(last instanceof List<?>);
            List<Step> steps = steps(parts.subList(1, parts.size() - (counts ? 1 : 0)), translator, expressions);
            cases.add(new Case((String) parts.get(0), reads, steps, counts ? count(last, name) : -1));
        }
        return cases;
    }

    /** `1`, or `{"postgresql": 1, "sqlite": 1, "mariadb": 1, "mysql": 4}`. */
    static int count(Object statements, DatabaseName name) {
        Object count = statements instanceof Map<?, ?> byDatabase ? byDatabase.get(name.id()) : statements;
        return ((Number) Objects.requireNonNull(count)).intValue();
    }

    private static List<Step> steps(List<?> items, CallTranslator translator, List<String> expressions) {
        List<Step> steps = new ArrayList<>();
        for (Object item : items) {
            List<?> parts = list(item);
            String call = (String) parts.get(0);
            steps.add(new Step(expressions.size(), call, parts.size() > 2 ? parts.get(2) : null));
            expressions.add(translator.expression(call, parts.get(1)));
        }
        return steps;
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    static String text(String name) throws IOException {
        try (InputStream file = ConformanceTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
