package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.Generated;
import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes generated clients for tests. */
public final class PythonSources {
    /** The sources of the tests in Python. */
    public static final Path TESTS = Path.of("src/test/python").toAbsolutePath();

    private PythonSources() {}

    /** Writes the package `flash_client` of a schema without a generator block. */
    public static void write(String schema, String style, Path folder) throws IOException {
        String block = "\ngenerator flash_python {\n  provider = \"python\"\n  interface = \"" + style + "\"\n}\n";
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", schema + block)));
        assertThat(result.schema().generators()).isNotEmpty();
        Generated generated = new PythonLanguage()
                .generate(
                        result.schema(),
                        new CodeGenerator().client(result.schema()),
                        result.schema().generators().stream()
                                .filter(generator -> generator.name().equals("flash_python"))
                                .findFirst()
                                .orElseThrow());
        for (GeneratedFile file : generated.files()) {
            Path target = folder.resolve("flash_client").resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
    }
}
