package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `docs/python.md`: a client of its schema is generated, its Python checked by mypy and run from top to bottom. */
class PythonGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "python.md");

    @Test
    void the_guide_does_what_it_says(@TempDir Path folder) throws IOException {
        Python.require();
        String guide = Files.readString(GUIDE);
        PythonSources.write(blocks(guide, "prisma"), "asyncio", folder);
        String code = """
                import asyncio
                from contextlib import aclosing
                from flash_client import FlashClient, enums, errors, models
                async def main() -> None:
                    async with FlashClient() as tables:
                        await tables.execute_raw('CREATE TABLE "User" (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT'
                            ' NOT NULL UNIQUE, name TEXT, role TEXT NOT NULL, visits INTEGER NOT NULL)')
                        await tables.execute_raw('CREATE TABLE "Post" (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT'
                            ' NOT NULL, published BOOLEAN NOT NULL, "authorId" INTEGER NOT NULL)')
                """
                + blocks(guide, "python").indent(4)
                + "    await db.disconnect()\n\n\nimport os\nos.environ[\"DATABASE_URL\"] = \"sqlite:guide.db\"\n"
                + "asyncio.run(main())\n";
        Files.writeString(folder.resolve("guide.py"), code);
        for (List<String> command : List.of(List.of("mypy", "--strict", "guide.py"), List.of("python", "guide.py"))) {
            Said said = Python.run(folder, command.get(0), command.subList(1, command.size()));
            assertThat(said.code()).as(said.text()).isZero();
        }
    }

    private static String blocks(String guide, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
    }
}
