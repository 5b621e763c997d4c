package dev.flashorm.codegen.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code base in Prisma Client's calls, `prisma-app`, of which only the import has changed, compiles and runs. */
class PrismaApplicationTest {
    private static final Path APPLICATION =
            Path.of("src/test/typescript/prisma-app").toAbsolutePath();

    @Test
    void movesByItsImport(@TempDir Path folder) throws IOException {
        Node.require();
        List<GeneratedFile> files = TypescriptSources.generate(
                List.of(new SourceFile("schema.prisma", Files.readString(APPLICATION.resolve("schema.prisma")))),
                TypescriptSources.TYPESCRIPT);
        TypescriptSources.write(files, folder);
        for (String name : List.of("articles.ts", "main.ts")) {
            Files.copy(APPLICATION.resolve(name), folder.resolve(name));
        }
        assertThat(TypescriptSources.compile(folder)).isEmpty();
        String tables = APPLICATION.resolve("tables.sql").toString();
        Said said = Node.run(folder, List.of("out/main.js", "file:" + folder.resolve("articles.db"), tables));
        assertThat(said.text()).isEqualTo(Files.readString(APPLICATION.resolve("expected.txt")));
        assertThat(said.code()).isZero();
    }
}
