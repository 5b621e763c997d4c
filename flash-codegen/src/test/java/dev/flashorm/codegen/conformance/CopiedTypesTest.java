package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.runtime.StatementEvent;
import dev.flashorm.runtime.StatementListener;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The values of `conformance/types` once more, by `copyIn` of so many rows that PostgreSQL is sent them as a stream: what
 * `createMany` keeps, and refuses, it keeps and refuses as well.
 */
public final class CopiedTypesTest {
    /** Rows beside those of the case; they have numbers below zero. */
    private static final int MORE = 1_000;

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path output) throws Exception {
        DatabaseName name = DatabaseName.POSTGRESQL;
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        TypeSuite suite = TypeSuite.of(name);
        Schema schema = suite.compiled();
        CallTranslator translator = new CallTranslator(new CodeGenerator().client(schema));
        List<String> expressions = new ArrayList<>();
        Map<String, List<Step>> cases = new LinkedHashMap<>();
        suite.cases().forEach((title, calls) -> {
            List<Step> steps = new ArrayList<>();
            for (TypeCases.Call call : calls) {
                boolean isBulk = call.call().endsWith(".createMany");
                if (isBulk || !steps.isEmpty()) {
                    steps.add(isBulk ? copied(expressions.size(), call) : step(expressions.size(), call));
                    expressions.add(
                            isBulk
                                    ? copyIn(translator.expression(call.call(), call.arguments()))
                                    : translator.expression(call.call(), call.arguments()));
                }
            }
            if (!steps.isEmpty()) {
                cases.put(title, steps);
            }
        });
        List<GeneratedFile> files = new ArrayList<>(new CodeGenerator().generate(schema, JavaSettings.DEFAULT));
        files.add(Calls.source(expressions, "javax.sql.DataSource pool", "pool"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        Calls calls = new Calls(JavaCompilation.load(output));
        TestDatabase database = TestDatabases.create(name);
        database.execute(suite.tables().toArray(String[]::new));
        AutoCloseable db = calls.connect(database.url());
        List<StatementEvent> events = new CopyOnWriteArrayList<>();
        StatementListener listener = events::add;
        db.getClass().getMethod("listen", StatementListener.class).invoke(db, listener);
        Stream<DynamicTest> tests = cases.entrySet().stream()
                .map(test -> DynamicTest.dynamicTest(test.getKey(), () -> {
                    events.clear();
                    Step.run(calls, db, test.getValue());
                    assertThat(events).anyMatch(event -> event.sql().startsWith("COPY "));
                }));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("end", () -> {
            db.close();
            database.close();
        })));
    }

    private static Step step(int index, TypeCases.Call call) {
        return new Step(index, call.call(), Rows.plain(TypeCases.expanded(call.expected())));
    }

    /** It gives the number of rows, or the same error. */
    private static Step copied(int index, TypeCases.Call call) {
        Object expected = call.expected() instanceof List<?> rows ? rows.size() + MORE : call.expected();
        return new Step(index, call.call(), Rows.plain(expected));
    }

    /** The drafts of `createMany`, and those more behind them. */
    private static String copyIn(String createMany) {
        String arguments = createMany.substring(0, createMany.length() - 1);
        return arguments.replace(".createMany(", ".copyIn(" + CopiedTypesTest.class.getName() + ".more(")
                + ", (draft, id) -> draft.withId(id)))";
    }

    /** Called by the compiled cases. */
    public static <D> Stream<D> more(List<D> drafts, BiFunction<D, Integer, D> withId) {
        return Stream.concat(
                drafts.stream(),
                Stream.iterate(-1, id -> id - 1).limit(MORE).map(id -> withId.apply(drafts.get(0), id)));
    }
}
