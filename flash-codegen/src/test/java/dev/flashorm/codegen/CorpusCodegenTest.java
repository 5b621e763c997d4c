package dev.flashorm.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Schemas of real applications generate code that compiles without a warning. */
@EnabledIfEnvironmentVariable(named = "FLASH_CORPUS", matches = ".+")
class CorpusCodegenTest {
    @Test
    void everySchemaCompiles(@TempDir Path output) throws IOException {
        List<String> failures = new ArrayList<>();
        int compiled = 0;
        int all = 0;
        String only = System.getProperty("flash.corpus.only", "");
        for (Path folder : folders()) {
            if (!folder.getFileName().toString().contains(only)) {
                continue;
            }
            SchemaResult result = SchemaCompiler.compile(files(folder));
            String provider = result.schema()
                    .datasource()
                    .map(source -> source.provider())
                    .orElse("");
            if (!List.of("postgresql", "mysql", "sqlite", "mongodb").contains(provider)) {
                continue;
            }
            all++;
            try {
                List<GeneratedFile> files = new CodeGenerator().generate(result.schema(), JavaSettings.DEFAULT);
                assertThat(new CodeGenerator().generate(result.schema(), JavaSettings.DEFAULT))
                        .isEqualTo(files);
                Path target = Files.createDirectories(output.resolve(folder.getFileName()));
                List<String> messages = JavaCompilation.compile(files, target);
                if (messages.isEmpty()) {
                    compiled++;
                } else {
                    failures.add(folder.getFileName() + ": " + messages.subList(0, Math.min(3, messages.size())));
                }
            } catch (RuntimeException failed) {
                failures.add(folder.getFileName() + ": " + failed + " " + failed.getStackTrace()[0]);
            }
        }
        System.out.println("codegen schemas compiled=" + compiled + "/" + all);
        assertThat(failures).isEmpty();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getenv("FLASH_CORPUS"), "schemas"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<SourceFile> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".prisma"))
                    .sorted()
                    .map(file -> new SourceFile(folder.relativize(file).toString(), read(file)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
