package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the same cases on MongoDB, through the Java that was generated from the same models: only the keys differ in
 * the schema. What is left out is left out by {@link MongodbDifference}.
 */
class MongodbConformanceTest {
    private record Case(String name, boolean reads, List<Step> steps, int commands) {}

    private final ConformanceReport report = ConformanceReport.of(DatabaseName.MONGODB);
    private final List<DynamicTest> skipped = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();
    private boolean transactions;

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path output) throws Exception {
        TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
        CountedCommands counted = new CountedCommands(database.url());
        String name = Objects.requireNonNull(new ConnectionString(database.url()).getDatabase());
        MongoDatabase driver = counted.client().getDatabase(name);
        transactions = driver.runCommand(new Document("isMaster", 1)).containsKey("setName");
        SchemaResult schema = SchemaCompiler.compile(
                List.of(new SourceFile("schema.flash", ConformanceTest.text("schema.mongodb.flash"))));
        assertThat(schema.diagnostics()).isEmpty();
        Client client = new CodeGenerator().client(schema.schema());
        CallTranslator translator = new CallTranslator(client);
        MongodbCases adapter = new MongodbCases(client);
        List<Step> seed = new ArrayList<>();
        for (Object step : parsed("seed.json")) {
            seed.add(step(adapter.adapted(ConformanceTest.list(step)), translator));
        }
        Map<String, Integer> seeded = adapter.numbers();
        List<Case> cases = new ArrayList<>();
        for (String file : ConformanceTest.READS) {
            cases.addAll(cases(file, true, adapter, seeded, client, translator));
        }
        for (String file : ConformanceTest.WRITES) {
            cases.addAll(cases(file, false, adapter, seeded, client, translator));
        }

        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.add(Calls.source(
                expressions, "com.mongodb.client.MongoClient client", "client, System.getProperty(\"flash.mongodb\")"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        Calls calls = new Calls(JavaCompilation.load(output));
        indexes(client, driver);
        AutoCloseable db = calls.connect(database.url());
        boolean[] sown = {false};
        Stream<DynamicTest> tests = cases.stream()
                .map(test -> report.test(test.name(), () -> {
                    if (!test.reads() || !sown[0]) {
                        sow(client, driver, calls, db, seed);
                        sown[0] = test.reads();
                    }
                    System.setProperty("flash.mongodb", name);
                    try (AutoCloseable own = calls.open(counted.client())) {
                        counted.reset();
                        Step.run(calls, own, test.steps());
                        if (test.commands() >= 0) {
                            assertThat(counted.count()).as("commands").isEqualTo(test.commands());
                        }
                    }
                }));
        return Stream.concat(Stream.concat(tests, skipped.stream()), Stream.of(DynamicTest.dynamicTest("end", () -> {
            db.close();
            counted.close();
            database.close();
            ConformanceReport.write();
        })));
    }

    /** Uniques as the schema has them; a field without a value is not in them, as nulls are not on other databases. */
    private static void indexes(Client client, MongoDatabase driver) {
        for (ModelClient model : client.models()) {
            for (ModelClient.Constraint unique : model.constraints()) {
                Document keys = new Document();
                boolean isNullable = false;
                for (String field : unique.fields()) {
                    ColumnClient column = model.columns().stream()
                            .filter(candidate -> candidate.name().equals(field))
                            .findFirst()
                            .orElseThrow();
                    keys.append(column.databaseName(), 1);
                    isNullable |= column.isNullable();
                }
                if (!keys.containsKey("_id")) {
                    IndexOptions options =
                            new IndexOptions().unique(true).sparse(isNullable).name(unique.name());
                    driver.getCollection(model.databaseName()).createIndex(keys, options);
                }
            }
        }
    }

    private static void sow(Client client, MongoDatabase driver, Calls calls, Object db, List<Step> seed)
            throws Exception {
        for (ModelClient model : client.models()) {
            driver.getCollection(model.databaseName()).deleteMany(new Document());
        }
        for (Step step : seed) {
            assertThat(calls.call(db, step.index())).as(step.call()).isNotInstanceOf(Map.class);
        }
        pair(driver, "posts", "tag_names", Map.of(1, List.of("java", "sql"), 3, List.of("java")));
        pair(driver, "tags", "post_ids", Map.of("java", List.of(1, 3), "sql", List.of(1)));
    }

    private static void pair(MongoDatabase driver, String collection, String field, Map<?, ?> keys) {
        keys.forEach((id, others) -> driver.getCollection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(field, others))));
    }

    private List<Case> cases(
            String file,
            boolean reads,
            MongodbCases adapter,
            Map<String, Integer> seeded,
            Client client,
            CallTranslator translator)
            throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Object item : parsed(file)) {
            List<?> parts = ConformanceTest.list(item);
            Object last = parts.get(parts.size() - 1);
            boolean counts = !(last instanceof List<?>);
            List<?> steps = parts.subList(1, parts.size() - (counts ? 1 : 0));
            Optional<MongodbDifference> difference = steps.stream()
                    .flatMap(step -> difference(client, ConformanceTest.list(step)).stream())
                    .findFirst();
            if (difference.isPresent()) {
                skipped.add(report.skipped(
                        (String) parts.get(0), "MongoDB: " + difference.get().title()));
                continue;
            }
            adapter.from(seeded);
            List<Step> adapted = new ArrayList<>();
            for (Object step : steps) {
                adapted.add(step(adapter.adapted(ConformanceTest.list(step)), translator));
            }
            cases.add(new Case((String) parts.get(0), reads, adapted, counts ? commands(last, steps) : -1));
        }
        return cases;
    }

    private Optional<MongodbDifference> difference(Client client, List<?> step) {
        return MongodbDifference.of(
                client, (String) step.get(0), step.get(1), step.size() > 2 ? step.get(2) : null, transactions);
    }

    /** As many as a database with SQL needs, and one for each condition on related records. */
    private static int commands(Object statements, List<?> steps) {
        if (!(statements instanceof Number number)) {
            return statements instanceof Map<?, ?> byDatabase && byDatabase.get("mongodb") instanceof Number own
                    ? own.intValue()
                    : -1;
        }
        int related = 0;
        for (Object step : steps) {
            Object arguments = ConformanceTest.list(step).get(1);
            related += conditionsOnRelations(arguments);
            if (arguments instanceof Map<?, ?> map && map.get("take") instanceof Number take && take.intValue() == 0) {
                // Nobody needs to be asked.
                related--;
            }
        }
        return number.intValue() + related;
    }

    private static int conditionsOnRelations(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(item -> conditionsOnRelations(item)).sum();
        }
        int related = 0;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (List.of("some", "every", "none", "is", "isNot").contains(entry.getKey())) {
                    related++;
                }
                related += conditionsOnRelations(entry.getValue());
            }
        }
        return related;
    }

    private Step step(List<?> parts, CallTranslator translator) {
        String call = (String) Objects.requireNonNull(parts.get(0));
        Step step = new Step(expressions.size(), call, parts.size() > 2 ? parts.get(2) : null);
        expressions.add(translator.expression(call, parts.get(1)));
        return step;
    }

    private static List<?> parsed(String file) throws IOException {
        return ConformanceTest.list(Json.parse(ConformanceTest.text(file)).value());
    }

    @Test
    void thePageNamesWhatIsLeftOut() throws IOException {
        String page = Files.readString(Path.of("../docs/mongodb.md"));
        for (MongodbDifference difference : MongodbDifference.values()) {
            assertThat(page).as(difference.name()).containsIgnoringCase(difference.title());
        }
    }
}
