package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and formats every schema file of the repository, fixtures of other modules included. */
class RepositorySchemasTest {
    static Stream<Path> schemas() throws IOException {
        List<Path> found = RepositorySchemas.paths();
        assertThat(found).isNotEmpty();
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void compilesAndFormats(Path path) throws IOException {
        String text = Files.readString(path);
        SchemaResult before = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
        String formatted = Formatter.format(new SourceFile("schema.flash", text));
        SchemaResult after = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", formatted)));

        assertThat(after.isValid()).isEqualTo(before.isValid());
        assertThat(ModelText.of(after.schema())).isEqualTo(ModelText.of(before.schema()));
        assertThat(Formatter.format(new SourceFile("schema.flash", formatted))).isEqualTo(formatted);
    }
}
