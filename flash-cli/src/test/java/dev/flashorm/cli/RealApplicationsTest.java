package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Schemas of real applications, all the way: validate, migrate, apply to a real server, generate, compile without a
 * warning, run a program that creates, reads, updates and deletes; then take the migration back and apply it again.
 */
@EnabledIfEnvironmentVariable(
        named = "FLASH_CORPUS",
        matches = ".+",
        disabledReason = "FLASH_CORPUS does not name a folder of real schemas")
class RealApplicationsTest {
    /** These applications are written in other languages; all that Java needs is this block. */
    private static final String JAVA_CLIENT = """

            generator java {
              provider = "java"
              output   = "src"
              package  = "db"
            }
            """;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvFileSource(resources = "/applications/applications.tsv", delimiter = '\t', numLinesToSkip = 1)
    void goesAllTheWay(
            String application,
            String databaseName,
            String schemaFolder,
            @Nullable String preparation,
            @TempDir Path temporary)
            throws IOException {
        DatabaseName name = DatabaseName.valueOf(databaseName.toUpperCase(Locale.ROOT));
        try (TestDatabase database = TestDatabases.create(name)) {
            if (preparation != null) {
                database.execute(preparation);
            }
            Sandbox sandbox = new Sandbox(Files.createDirectory(temporary.resolve(application)));
            String schema = Files.readString(corpusSchema(schemaFolder));
            sandbox.write("schema.prisma", schema + JAVA_CLIENT);
            variables(schema).forEach(variable -> sandbox.set(variable, database.url()));

            sandbox.flash("validate").exits(0);
            sandbox.flash("migrate", "init").exits(0);
            sandbox.flash("apply").exits(0);
            sandbox.flash("status").exits(0);
            sandbox.flash("gen").exits(0);
            var generated = sandbox.snapshot();
            sandbox.flash("gen").exits(0);
            assertThat(sandbox.snapshot()).as("generating twice").isEqualTo(generated);

            List<Path> sources = new ArrayList<>(JavaSources.below(sandbox.folder()));
            sources.add(Path.of(resource("/applications/" + application + "/Crud.java")));
            run(JavaSources.compile(sources, temporary.resolve("classes")), database.url());

            sandbox.flash("down", "--accept-data-loss").exits(0);
            sandbox.flash("apply").exits(0);
        }
    }

    private static Path corpusSchema(String prefix) throws IOException {
        Path schemas = Path.of(Objects.requireNonNull(System.getenv("FLASH_CORPUS")), "schemas");
        try (Stream<Path> folders = Files.list(schemas)) {
            Path folder = folders.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no schema in the corpus begins with " + prefix));
            return folder.resolve("schema.prisma");
        }
    }

    /** The names that the datasource's `env("…")` ask for. */
    private static List<String> variables(String schema) {
        List<String> names = new ArrayList<>();
        for (int at = schema.indexOf("env(\""); at >= 0; at = schema.indexOf("env(\"", at + 1)) {
            names.add(schema.substring(at + 5, schema.indexOf('"', at + 5)));
        }
        return names;
    }

    private static String resource(String name) {
        return Path.of(URI.create(Objects.requireNonNull(RealApplicationsTest.class.getResource(name))
                        .toString()))
                .toString();
    }

    private static void run(Path classes, String url) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, RealApplicationsTest.class.getClassLoader())) {
            var main = loader.loadClass("Crud").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {url});
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }
}
