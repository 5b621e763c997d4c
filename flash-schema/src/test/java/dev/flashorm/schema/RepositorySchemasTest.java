package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles and formats every schema file of the repository, fixtures of other modules included. */
class RepositorySchemasTest {
    static Stream<Path> schemas() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Path.of(".."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = name.equals("target") || name.equals("node_modules") || name.equals(".git");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".flash") || name.endsWith(".prisma")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
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
