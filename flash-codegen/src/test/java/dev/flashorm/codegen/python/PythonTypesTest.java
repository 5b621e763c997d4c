package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.Node;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated clients and the support files are clean for type checkers and linters, and calls are typed as types. */
class PythonTypesTest {
    @ParameterizedTest
    @CsvSource({
        "sqlite, asyncio",
        "sqlite, sync",
        "postgresql, asyncio",
        "mysql, asyncio",
        "mongodb, asyncio",
        "mongodb, sync"
    })
    void clients_are_clean(String provider, String style, @TempDir Path folder) throws IOException {
        Python.require();
        write(provider, style, folder);
        assertClean(folder, "mypy", "--strict", "flash_client");
        assertClean(folder, "ruff", "check", "--no-cache", "flash_client");
    }

    /** By Node.js, which Pyright is written for; its package brings nothing else. */
    @ParameterizedTest
    @CsvSource({"sqlite, sync", "postgresql, asyncio", "mysql, asyncio", "mongodb, asyncio"})
    void clients_are_clean_for_pyright(String provider, String style, @TempDir Path folder) throws IOException {
        Python.require();
        Node.require();
        write(provider, style, folder);
        Files.writeString(
                folder.resolve("pyrightconfig.json"),
                "{\"typeCheckingMode\": \"strict\", \"pythonVersion\": \"3.10\", \"include\": [\"flash_client\"]}");
        String place = "import pathlib, pyright; print(pathlib.Path(pyright.__file__).parent / 'dist' / 'index.js')";
        String pyright =
                Python.run(folder, "python", List.of("-c", place)).text().strip();
        Said said = Node.run(folder, List.of(pyright, "--pythonpath", Python.bin("python")));
        assertThat(said.code()).as(said.text()).isZero();
    }

    @Test
    void wrong_calls_are_found_and_right_ones_are_not(@TempDir Path folder) throws IOException {
        Python.require();
        write("sqlite", "asyncio", folder);
        Files.copy(PythonSources.TESTS.resolve("typed_calls.py"), folder.resolve("typed_calls.py"));
        // An ignored error that is none is an error too, so that each wrong call is proved to be found.
        assertClean(folder, "mypy", "--strict", "typed_calls.py");
    }

    @Test
    void names_may_be_words_of_the_language(@TempDir Path folder) throws IOException {
        Python.require();
        PythonSources.write("""
                datasource db {
                  provider = "sqlite"
                  url = "file:x.db"
                }
                enum Class {
                  None
                  mro
                  name
                }
                model class {
                  id    Int    @id
                  from  String
                  None  Class  @default(None)
                  self  String @unique
                  list  list[]
                  int   Int
                  str   String?
                  type  Float
                }
                model list {
                  id      Int    @id
                  class   class? @relation(fields: [classId], references: [id])
                  classId Int?
                }
                model Tx {
                  id Int @id
                  model Int?
                  import Boolean
                  int    Int
                  word   Aggregate?
                }
                model Field {
                  id Int @id
                  tx Int
                }
                model Model {
                  id Int @id
                }
                model Batch {
                  id Int @id
                }
                enum Aggregate {
                  Any
                }
                enum UserWhere {
                  a
                }
                model User {
                  id    Int       @id
                  where UserWhere
                }
                """, "asyncio", folder);
        Files.copy(PythonSources.TESTS.resolve("ruff.toml"), folder.resolve("ruff.toml"));
        assertClean(folder, "mypy", "--strict", "flash_client");
        String calls = """
                import asyncio
                from flash_client import FlashClient
                async def main() -> None:
                    async with FlashClient("file::memory:") as db:
                        await db.execute_raw('CREATE TABLE class (id INTEGER PRIMARY KEY, "from", "None", self,'
                                             ' int, str, type)')
                        await db.execute_raw('CREATE TABLE list (id INTEGER PRIMARY KEY, "classId" INTEGER)')
                        made = await db.class_.create({"id": 1, "from": "x", "self": "y", "int": 1, "type": 1.5,
                                                       "list": {"create": {"id": 7}}}, include={"list": True})
                        assert made.from_ == "x" and made.None_ == "None" and made.list and made.list[0].id == 7
                asyncio.run(main())
                """;
        Files.writeString(folder.resolve("calls.py"), calls);
        assertClean(folder, "mypy", "--strict", "calls.py");
        assertClean(folder, "python", "calls.py");
    }

    private static void write(String provider, String style, Path folder) throws IOException {
        String name = provider.equals("mongodb") ? "/conformance/schema.mongodb.flash" : "/conformance/schema.flash";
        try (InputStream schema = PythonTypesTest.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
            PythonSources.write(text.replace("{provider}", provider), style, folder);
        }
        Files.copy(
                PythonSources.TESTS.resolve("ruff.toml"),
                folder.resolve("ruff.toml"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertClean(Path folder, String program, String... arguments) {
        Said said = Python.run(folder, program, Stream.of(arguments).toList());
        assertThat(said.code()).as(said.text()).isZero();
    }
}
