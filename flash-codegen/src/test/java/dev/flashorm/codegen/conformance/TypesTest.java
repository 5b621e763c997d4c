package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.java.CallTranslator;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The values of `src/test/resources/conformance/types`, by provider: for every scalar and native type what goes in and
 * comes back the same, at the extremes; what comes back as something else; and what is refused, with which error.
 */
class TypesTest {
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

    @TestFactory
    Stream<DynamicTest> mongodb(@TempDir Path output) throws Exception {
        return replay(DatabaseName.MONGODB, output);
    }

    private static Stream<DynamicTest> replay(DatabaseName name, Path output) throws Exception {
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        TypeSuite suite = TypeSuite.of(name);
        Schema schema = suite.compiled();
        CallTranslator translator = new CallTranslator(new CodeGenerator().client(schema));
        List<String> expressions = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        TestDatabase database = TestDatabases.create(name);
        Calls[] calls = new Calls[1];
        AutoCloseable[] db = new AutoCloseable[1];
        suite.cases().forEach((title, steps) -> {
            int first = expressions.size();
            steps.forEach(step -> expressions.add(translator.expression(step.call(), step.arguments())));
            Executable body = () -> Step.run(calls[0], db[0], expected(first, steps));
            tests.add(
                    suite.apart().contains(title)
                            ? DynamicTest.dynamicTest(title, body)
                            : ConformanceReport.of(name).test(title, body));
        });
        List<GeneratedFile> files = new ArrayList<>(new CodeGenerator().generate(schema, JavaSettings.DEFAULT));
        files.add(
                name.hasSql()
                        ? Calls.source(expressions, "javax.sql.DataSource pool", "pool")
                        : Calls.source(expressions, "com.mongodb.client.MongoClient client", "client, \"app\""));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        calls[0] = new Calls(JavaCompilation.load(output));
        if (name.hasSql()) {
            database.execute(suite.tables().toArray(String[]::new));
        }
        db[0] = calls[0].connect(database.url());
        return Stream.concat(tests.stream(), Stream.of(DynamicTest.dynamicTest("end", () -> {
            db[0].close();
            database.close();
            ConformanceReport.write();
        })));
    }

    /** @param first the index of the first one's expression */
    private static List<Step> expected(int first, List<TypeCases.Call> calls) {
        List<Step> steps = new ArrayList<>();
        for (TypeCases.Call call : calls) {
            steps.add(new Step(first + steps.size(), call.call(), Rows.plain(TypeCases.expanded(call.expected()))));
        }
        return steps;
    }
}
