package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.Node;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's model is migrated and generated, and what the README calls in each language is compiled and run. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    private static final String REST = """

            model Post {
              id       Int    @id @default(autoincrement())
              title    String
              author   User   @relation(fields: [authorId], references: [id])
              authorId Int
            }

            datasource db {
              provider = "sqlite"
              url      = env("DATABASE_URL")
            }
            """;

    @Test
    void java(@TempDir Path temporary) throws IOException, InterruptedException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Sandbox sandbox =
                    generated(database, temporary, "provider = \"java\"\n  package = \"app\"\n  client = \"AppDb\"");
            sandbox.write(
                    "src/Calls.java",
                    "package app;\n\nimport java.util.List;\n\nfinal class Calls {\n    private Calls() {}\n\n"
                            + "    public static void main(String[] arguments) {\n        String url = arguments[0];\n"
                            + block("java")
                                    .indent(8)
                                    .replace(".list();", ".list();\n            System.out.println(page);")
                            + "    }\n}\n");
            Path classes = JavaSources.compile(JavaSources.below(sandbox.folder()), temporary.resolve("classes"));
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String path = classes + System.getProperty("path.separator") + System.getProperty("java.class.path");
            Process program = new ProcessBuilder(java, "-cp", path, "app.Calls", database.url())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).isZero();
            assertThat(said.strip()).isEqualTo("[User[id=1, email=ann@example.org, name=Ann]]");
        }
    }

    @Test
    void typescript(@TempDir Path temporary) throws IOException {
        Node.require();
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Sandbox sandbox = generated(database, temporary, "provider = \"typescript\"");
            sandbox.write(
                    "calls.ts",
                    "import { FlashClient } from './generated/flash/index.ts'\nconst url = process.argv[2] ?? ''\n"
                            + block("ts")
                                    .replaceFirst(
                                            "(?m)\\n",
                                            "\nawait db.user.create({ data: { email: 'ann@example.org' } })\n")
                            + "console.log(page.length, page[0]?.posts.length)\nawait db.$disconnect()\n");
            sandbox.write("package.json", "{ \"type\": \"module\" }\n");
            Path folder = sandbox.folder();
            Node.link(folder);
            Said tsc = Node.tsc(
                    folder,
                    List.of(
                            "--strict",
                            "--module",
                            "nodenext",
                            "--target",
                            "es2022",
                            "--lib",
                            "es2023,esnext.disposable",
                            "--types",
                            "node",
                            "--rewriteRelativeImportExtensions",
                            "--outDir",
                            "out",
                            "calls.ts"));
            assertThat(tsc.text()).isEmpty();
            assertThat(Node.run(folder, List.of("out/calls.js", database.url())).text())
                    .isEqualTo("1 0\n");
        }
    }

    @Test
    void python(@TempDir Path temporary) throws IOException {
        Python.require();
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            Sandbox sandbox = generated(database, temporary, "provider = \"python\"");
            sandbox.write(
                    "calls.py",
                    "import asyncio\nimport sys\n\nfrom flash_client import FlashClient\n\n\nasync def main(url: str) -> None:\n"
                            + block("python")
                                    .replaceFirst(
                                            "\\n", "\n    await db.user.create({\"email\": \"ann@example.org\"})\n")
                                    .indent(4)
                            + "        print(len(page), page[0].posts)\n\n\nasyncio.run(main(sys.argv[1]))\n");
            Path folder = sandbox.folder();
            Said mypy = Python.run(folder, "mypy", List.of("--strict", "calls.py"));
            assertThat(mypy.code()).as(mypy.text()).isZero();
            assertThat(Python.run(folder, "python", List.of("calls.py", database.url()))
                            .text())
                    .isEqualTo("1 []\n");
        }
    }

    private static Sandbox generated(TestDatabase database, Path temporary, String generator) throws IOException {
        Sandbox sandbox = new Sandbox(Files.createDirectory(temporary.resolve("readme")));
        sandbox.set("DATABASE_URL", database.url());
        sandbox.write("schema.flash", block("prisma") + REST + "\ngenerator client {\n  " + generator + "\n}\n");
        sandbox.flash("migrate", "readme").exits(0);
        sandbox.flash("apply").exits(0);
        sandbox.flash("gen").exits(0);
        return sandbox;
    }

    /** The first block of code in a language. */
    private static String block(String language) throws IOException {
        String text = Files.readString(README);
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        assertThat(start).isGreaterThan(language.length() + 4);
        return text.substring(start, text.indexOf("```", start));
    }
}
