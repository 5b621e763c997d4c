import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run by the build: for each database a client of the benchmarks' schema, and the contestant that uses it. Its source
 * is the same for all of them but for the package.
 */
final class GenerateClients {
    private static final String PACKAGE = "dev.flashorm.benchmarks.flash.";

    private GenerateClients() {}

    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path output = Path.of(args[1]);
        String schema = Files.readString(sources.resolve("schema/shop.flash"));
        List<Path> contestant;
        try (Stream<Path> templates = Files.list(sources.resolve("template"))) {
            contestant = templates.sorted().toList();
        }
        clear(output);
        for (String provider : List.of("sqlite", "postgresql", "mysql")) {
            SchemaResult result = SchemaCompiler.compile(
                    List.of(new SourceFile("shop.flash", schema.replace("@PROVIDER@", provider))));
            JavaSettings settings = new JavaSettings(PACKAGE + provider, "AppDb");
            for (GeneratedFile file : new CodeGenerator().generate(result.schema(), settings)) {
                write(output.resolve(file.path()), file.content());
            }
            Path folder = output.resolve((PACKAGE + provider).replace('.', '/'));
            for (Path template : contestant) {
                String source = Files.readString(template).replace("@PACKAGE@", PACKAGE + provider);
                write(folder.resolve(template.getFileName().toString()), source);
            }
        }
    }

    /** What an earlier build has left must not be compiled with this one's. */
    private static void clear(Path output) throws IOException {
        if (Files.exists(output)) {
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
