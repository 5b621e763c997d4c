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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs `src/test/resources/scenarios`, Java as a user writes it against the generated client, on every database. */
class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> sqlite(@TempDir Path output) throws Exception {
        return run(DatabaseName.SQLITE, output);
    }

    @TestFactory
    Stream<DynamicTest> postgresql(@TempDir Path output) throws Exception {
        return run(DatabaseName.POSTGRESQL, output);
    }

    @TestFactory
    Stream<DynamicTest> mariadb(@TempDir Path output) throws Exception {
        return run(DatabaseName.MARIADB, output);
    }

    @TestFactory
    Stream<DynamicTest> mysql(@TempDir Path output) throws Exception {
        return run(DatabaseName.MYSQL, output);
    }

    private static Stream<DynamicTest> run(DatabaseName name, Path output) throws Exception {
        Assumptions.assumeFalse(TestDatabases.available(name).isEmpty(), () -> name.id() + " is not to be had");
        String text = ConformanceTest.text("schema.flash").replace("{provider}", name.provider());
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.addAll(scenarios());
        files.add(Calls.source(List.of(), "javax.sql.DataSource pool", "pool"));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        var loader = JavaCompilation.load(output);
        Calls calls = new Calls(loader);
        TestDatabase database = TestDatabases.create(name);
        database.execute(ConformanceTest.statements(ConformanceTest.text("tables/" + name.provider() + ".sql")));
        AutoCloseable db = calls.connect(database.url());
        List<Method> methods = new ArrayList<>();
        for (GeneratedFile file : scenarios()) {
            String type = file.path().replace(".java", "").replace('/', '.');
            methods.addAll(List.of(loader.loadClass(type).getDeclaredMethods()));
        }
        Stream<DynamicTest> tests = methods.stream()
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> {
                    database.execute(
                            ConformanceTest.statements(ConformanceTest.text("reset/" + name.provider() + ".sql")));
                    try {
                        method.invoke(null, db);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
        return Stream.concat(tests, Stream.of(DynamicTest.dynamicTest("end", () -> {
            db.close();
            database.close();
        })));
    }

    /** Every source of the folder. */
    static List<GeneratedFile> scenarios() throws IOException {
        List<GeneratedFile> files = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("src/test/resources/scenarios"))) {
            for (Path source : sources.sorted().toList()) {
                files.add(new GeneratedFile("scenarios/" + source.getFileName(), Files.readString(source)));
            }
        }
        return files;
    }
}
