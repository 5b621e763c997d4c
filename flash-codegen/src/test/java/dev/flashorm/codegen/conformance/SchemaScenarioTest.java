package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.JavaCompilation;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs `src/test/resources/schemas`: what needs a schema of its own, each a schema, its tables, and Java as a user
 * writes it, of which each public method gets a database without rows.
 */
class SchemaScenarioTest {
    private static final List<DatabaseName> SQL =
            List.of(DatabaseName.SQLITE, DatabaseName.POSTGRESQL, DatabaseName.MARIADB, DatabaseName.MYSQL);

    @TestFactory
    Stream<DynamicTest> lists(@TempDir Path output) throws Exception {
        return run("Lists", List.of(DatabaseName.POSTGRESQL), output);
    }

    /** References without foreign keys. */
    @TestFactory
    Stream<DynamicTest> references(@TempDir Path output) throws Exception {
        return run("References", SQL, output);
    }

    /** References that the client leaves alone, which the language has on MySQL only. */
    @TestFactory
    Stream<DynamicTest> noAction(@TempDir Path output) throws Exception {
        return run("NoAction", List.of(DatabaseName.MARIADB, DatabaseName.MYSQL), output);
    }

    private static Stream<DynamicTest> run(String scenarios, List<DatabaseName> databases, Path output)
            throws Exception {
        Stream<DynamicTest> tests = Stream.empty();
        for (DatabaseName name : databases) {
            if (!TestDatabases.available(name).isEmpty()) {
                tests = Stream.concat(tests, run(name, scenarios, output.resolve(name.id())));
            }
        }
        return tests;
    }

    private static Stream<DynamicTest> run(DatabaseName name, String scenarios, Path output) throws Exception {
        String text = resource(scenarios + ".flash").replace("{provider}", name.provider());
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        assertThat(schema.diagnostics()).isEmpty();
        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.add(source(scenarios));
        files.add(Calls.source(List.of(), "javax.sql.DataSource pool", "pool"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        var loader = JavaCompilation.load(output);
        TestDatabase database = TestDatabases.create(name);
        database.execute(script(name, scenarios + ".sql"));
        AutoCloseable db = new Calls(loader).connect(database.url());
        String[] reset = script(name, scenarios + ".reset.sql");
        Stream<DynamicTest> tests = Arrays.stream(
                        loader.loadClass("schemas." + scenarios).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(name.id() + ": " + method.getName(), () -> {
                    database.execute(reset);
                    try {
                        method.invoke(null, db);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest(name.id() + ": end", () -> {
            db.close();
            database.close();
        })));
    }

    static String[] script(DatabaseName name, String file) throws IOException {
        boolean isMysql = name.provider().equals("mysql");
        return ConformanceTest.statements(resource(file)
                .replace("{q}", isMysql ? "`" : "\"")
                .replace("{time}", name == DatabaseName.POSTGRESQL ? "TIMESTAMP(3)" : "DATETIME(3)"));
    }

    static GeneratedFile source(String scenarios) throws IOException {
        return new GeneratedFile("schemas/" + scenarios + ".java", resource(scenarios + ".java"));
    }

    static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/schemas", name));
    }
}
