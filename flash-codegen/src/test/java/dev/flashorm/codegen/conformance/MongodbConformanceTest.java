package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays the same cases on MongoDB, through the Java that was generated from the same models: only the keys differ in
 * the schema. What is left out is left out by {@link MongodbDifference}.
 */
class MongodbConformanceTest {
    private record Case(String name, boolean reads, List<Step> steps, int commands) {}

    private final ConformanceReport report = ConformanceReport.of(DatabaseName.MONGODB);
    private final List<String> expressions = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path output) throws Exception {
        TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
        CountedCommands counted = new CountedCommands(database.url());
        String name = Objects.requireNonNull(new ConnectionString(database.url()).getDatabase());
        MongoDatabase driver = counted.client().getDatabase(name);
        Schema schema = MongodbSuite.schema();
        Client client = new CodeGenerator().client(schema);
        CallTranslator translator = new CallTranslator(client);
        MongodbSuite suite = new MongodbSuite(MongodbSuite.hasTransactions(driver), true);
        List<Step> seed =
                suite.seed().stream().map(step -> step(step, translator)).toList();
        List<Case> cases = new ArrayList<>();
        for (String file : ConformanceTest.READS) {
            suite.cases(file).forEach(test -> cases.add(compiled(test, true, translator)));
        }
        for (String file : ConformanceTest.WRITES) {
            suite.cases(file).forEach(test -> cases.add(compiled(test, false, translator)));
        }
        Map<String, String> skipped = new LinkedHashMap<>(suite.skipped());
        int shared = cases.size();
        suite.cases(ConformanceTest.OWN_READS).forEach(test -> cases.add(compiled(test, true, translator)));
        suite.cases(ConformanceTest.OWN_WRITES).forEach(test -> cases.add(compiled(test, false, translator)));

        List<GeneratedFile> files = new ArrayList<>(new CodeGenerator().generate(schema, JavaSettings.DEFAULT));
        files.add(Calls.source(
                expressions, "com.mongodb.client.MongoClient client", "client, System.getProperty(\"flash.mongodb\")"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        Calls calls = new Calls(JavaCompilation.load(output));
        suite.index(driver);
        AutoCloseable db = calls.connect(database.url());
        boolean[] sown = {false};
        Function<Case, Executable> body = test -> () -> {
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
        };
        Stream<DynamicTest> end = Stream.of(DynamicTest.dynamicTest("end", () -> {
            db.close();
            counted.close();
            database.close();
            ConformanceReport.write();
        }));
        return Stream.of(
                        cases.subList(0, shared).stream().map(test -> report.test(test.name(), body.apply(test))),
                        cases.subList(shared, cases.size()).stream()
                                .map(test -> DynamicTest.dynamicTest(test.name(), body.apply(test))),
                        skipped.entrySet().stream().map(left -> report.skipped(left.getKey(), left.getValue())),
                        end)
                .flatMap(tests -> tests);
    }

    private static void sow(Client client, MongoDatabase driver, Calls calls, Object db, List<Step> seed)
            throws Exception {
        for (ModelClient model : client.models()) {
            driver.getCollection(model.databaseName()).deleteMany(new Document());
        }
        for (Step step : seed) {
            assertThat(calls.call(db, step.index())).as(step.call()).isNotInstanceOf(Map.class);
        }
        MongodbSuite.PAIRS.forEach((place, keys) -> {
            String collection = place.substring(0, place.indexOf('.'));
            String field = place.substring(place.indexOf('.') + 1);
            keys.forEach((id, others) -> driver.getCollection(collection)
                    .updateOne(new Document("_id", id), new Document("$set", new Document(field, others))));
        });
    }

    private Case compiled(MongodbSuite.Case test, boolean reads, CallTranslator translator) {
        List<Step> steps =
                test.steps().stream().map(step -> step(step, translator)).toList();
        return new Case(test.name(), reads, steps, test.commands());
    }

    private Step step(List<?> parts, CallTranslator translator) {
        String call = (String) Objects.requireNonNull(parts.get(0));
        Step step = new Step(expressions.size(), call, parts.size() > 2 ? parts.get(2) : null);
        expressions.add(translator.expression(call, parts.get(1)));
        return step;
    }

    @Test
    void thePageNamesWhatIsLeftOut() throws IOException {
        String page = Files.readString(Path.of("../docs/mongodb.md"));
        for (MongodbDifference difference : EnumSet.complementOf(EnumSet.copyOf(MongodbSuite.OVERCOME))) {
            assertThat(page).as(difference.name()).containsIgnoringCase(difference.title());
        }
    }
}
