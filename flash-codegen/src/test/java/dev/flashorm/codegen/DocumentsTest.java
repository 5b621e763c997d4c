package dev.flashorm.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What only MongoDB has: runs the methods of `documents/Documents.java` with the client of `documents/schema.flash`. */
public class DocumentsTest {
    @TestFactory
    Stream<DynamicTest> documents(@TempDir Path output) throws Exception {
        SchemaResult schema = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text("schema.flash"))));
        assertThat(schema.diagnostics()).isEmpty();
        List<GeneratedFile> files =
                new ArrayList<>(new CodeGenerator().generate(schema.schema(), JavaSettings.DEFAULT));
        files.add(new GeneratedFile("cases/Documents.java", text("Documents.java")));
        assertThat(JavaCompilation.compile(files, output)).isEmpty();
        ClassLoader loader = JavaCompilation.load(output);
        Method connect = loader.loadClass("db.AppDb").getMethod("connect", String.class);
        return Arrays.stream(loader.loadClass("cases.Documents").getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> {
                    try (TestDatabase database = TestDatabases.create(DatabaseName.MONGODB);
                            AutoCloseable db =
                                    (AutoCloseable) Objects.requireNonNull(connect.invoke(null, database.url()))) {
                        run(method, db);
                    }
                }));
    }

    private static void run(Method method, Object db) throws Throwable {
        try {
            method.invoke(null, db);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    public static String text(String name) throws IOException {
        try (InputStream file = DocumentsTest.class.getResourceAsStream("/documents/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
