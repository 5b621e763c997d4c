package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code base in the calls of Prisma Client Python, `prisma_app`, of which only the imports have changed. */
class PrismaPythonApplicationTest {
    private static final Path APPLICATION = PythonSources.TESTS.resolve("prisma_app");

    /** The models of the application in TypeScript. */
    private static final Path MODELS = Path.of("src/test/typescript/prisma-app").toAbsolutePath();

    @Test
    void movesByItsImports(@TempDir Path folder) throws IOException {
        Python.require();
        PythonSources.write(Files.readString(MODELS.resolve("schema.prisma")), "asyncio", folder);
        for (String name : List.of("articles.py", "main.py")) {
            Files.copy(APPLICATION.resolve(name), folder.resolve(name));
        }
        Said mypy = Python.run(folder, "mypy", List.of("--strict", "main.py"));
        assertThat(mypy.code()).as(mypy.text()).isZero();
        String tables = MODELS.resolve("tables.sql").toString();
        Said said = Python.run(folder, "python", List.of("main.py", "sqlite:" + folder.resolve("articles.db"), tables));
        assertThat(said.text()).isEqualTo(Files.readString(APPLICATION.resolve("expected.txt")));
        assertThat(said.code()).isZero();
    }
}
