package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    private static final String UGLY = "model  User {\nid Int @id\n  name   String?\n}\n";
    private static final String NEAT = "model User {\n  id   Int     @id\n  name String?\n}\n";
    private static final String BROKEN = "model User {\n  id Int @id(\n  name   String?\n}\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder);
    }

    @Test
    void formatsTheSchemaAndThenLeavesItAlone() throws IOException {
        sandbox.write("schema.flash", UGLY);
        assertThat(sandbox.flash("format").exits(0).stdout()).isEqualTo("formatted schema.flash\n");
        assertThat(sandbox.read("schema.flash")).isEqualTo(NEAT);
        FileTime past = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(sandbox.path("schema.flash"), past);
        assertThat(sandbox.flash("format").exits(0).stdout()).isEmpty();
        assertThat(Files.getLastModifiedTime(sandbox.path("schema.flash"))).isEqualTo(past);
    }

    @Test
    void checkWritesNothingAndExitsWithFour() {
        sandbox.write("schema.flash", UGLY);
        Map<String, String> before = sandbox.snapshot();
        assertThat(sandbox.flash("format", "--check").exits(4).errorLines())
                .last()
                .isEqualTo("next: flash format");
        assertThat(sandbox.flash("format", "--check", "--json")
                        .exits(4)
                        .json()
                        .at("/data/files/0/changed")
                        .asBoolean())
                .isTrue();
        sandbox.flash("format", "--dry-run").exits(0);
        assertThat(sandbox.snapshot()).isEqualTo(before);
    }

    @Test
    void stdinGoesToStdout() {
        sandbox.stdin(UGLY);
        Sandbox.Run run = sandbox.flash("format", "-").exits(0);
        assertThat(run.stdout()).isEqualTo(NEAT);
        assertThat(run.stderr()).isEmpty();
        assertThat(sandbox.flash("format", "-", "--json")
                        .exits(0)
                        .json()
                        .at("/data/text")
                        .asString())
                .isEqualTo(NEAT);
        sandbox.flash("format", "--check", "-").exits(4);
        assertThat(sandbox.snapshot()).isEmpty();
    }

    @Test
    void diffPrintsAPatchAndWritesNothing() {
        sandbox.write("schema.flash", UGLY);
        Map<String, String> before = sandbox.snapshot();
        Sandbox.Run run = sandbox.flash("format", "--diff").exits(4);
        assertThat(run.stdout()).isEqualTo("""
                --- a/schema.flash
                +++ b/schema.flash
                @@ -1,4 +1,4 @@
                -model  User {
                -id Int @id
                -  name   String?
                +model User {
                +  id   Int     @id
                +  name String?
                 }
                """);
        assertThat(run.errorLines()).last().isEqualTo("next: flash format");
        assertThat(sandbox.flash("format", "--diff", "--json")
                        .exits(4)
                        .json()
                        .at("/data/files/0/diff")
                        .asString())
                .isEqualTo(run.stdout());
        assertThat(sandbox.snapshot()).isEqualTo(before);
        assertThat(sandbox.stdin(UGLY).flash("format", "-", "--diff").exits(4).stdout())
                .startsWith("--- a/<stdin>\n");
        assertThat(sandbox.stdin(NEAT).flash("format", "-", "--diff").exits(0).stdout())
                .isEmpty();
    }

    private static final String HALF =
            "model User {\n  id Int @id\n}\n\nmodel Post {\n  id       Int  @id\n  authorId Int\n  author   User\n}\n";
    private static final String WHOLE = """
            model User {
              id   Int    @id
              post Post[]
            }

            model Post {
              id       Int  @id
              authorId Int
              author   User @relation(fields: [authorId], references: [id])
            }
            """;

    @Test
    void fixAddsWhatIsMeant() {
        sandbox.write("schema.flash", HALF);
        Map<String, String> before = sandbox.snapshot();
        sandbox.flash("format", "--fix", "--check").exits(4);
        sandbox.flash("format", "--fix", "--dry-run").exits(0);
        assertThat(sandbox.flash("format", "--fix", "--diff").exits(4).stdout()).contains("+  post Post[]\n");
        assertThat(sandbox.flash("format", "--fix", "--diff", "--json")
                        .exits(4)
                        .json()
                        .at("/data/fixes"))
                .hasSize(2);
        assertThat(sandbox.snapshot()).isEqualTo(before);
        assertThat(sandbox.stdin(HALF).flash("format", "-", "--fix").exits(0).stdout())
                .isEqualTo(WHOLE);

        Sandbox.Run run = sandbox.flash("format", "--fix").exits(0);
        assertThat(run.stdout()).isEqualTo("formatted schema.flash\n");
        assertThat(run.stderr()).contains("fixed: schema.flash: `Post.author`");
        assertThat(sandbox.read("schema.flash")).isEqualTo(WHOLE);
        sandbox.flash("format", "--fix", "--check").exits(0);
    }

    @Test
    void fixReachesAcrossTheFilesOfAFolder() {
        int second = HALF.indexOf("model Post");
        sandbox.write("db/a.flash", HALF.substring(0, second)).write("db/b.flash", HALF.substring(second));
        sandbox.flash("format", "--fix", "--schema", "db").exits(0);
        assertThat(sandbox.read("db/a.flash")).contains("  post Post[]\n");
        assertThat(sandbox.read("db/b.flash")).contains("references: [id]");
    }

    @Test
    void stdinGoesAlone() {
        assertThat(sandbox.flash("format", "-", "x.flash").exits(2).stderr()).contains("error[F6032]");
    }

    @Test
    void aPasswordInTheTextIsData() {
        String text = "datasource db {\n  provider = \"postgresql\"\n  url      = \"postgresql://u:secret@h/d\"\n}\n";
        assertThat(sandbox.stdin(text).flash("format", "-").exits(0).stdout()).isEqualTo(text);
    }

    @Test
    void aBrokenFileStaysAsItIs() {
        sandbox.write("schema.flash", BROKEN);
        sandbox.write("neat.flash", UGLY);
        Sandbox.Run run = sandbox.flash("format", "neat.flash", "schema.flash").exits(1);
        assertThat(run.stderr()).contains("--> schema.flash:", "nothing was formatted");
        assertThat(sandbox.read("schema.flash")).isEqualTo(BROKEN);
        assertThat(sandbox.read("neat.flash")).isEqualTo(UGLY);
        assertThat(sandbox.stdin(BROKEN).flash("format", "-").exits(1).stdout()).isEmpty();
    }

    @Test
    void keepsLinksAndPermissions() throws IOException {
        sandbox.write("real.flash", UGLY);
        Files.setPosixFilePermissions(sandbox.path("real.flash"), PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(sandbox.path("schema.flash"), Path.of("real.flash"));
        sandbox.flash("format").exits(0);
        assertThat(sandbox.path("schema.flash")).isSymbolicLink();
        assertThat(sandbox.read("real.flash")).isEqualTo(NEAT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sandbox.path("real.flash"))))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aFolderIsFormattedWhole() {
        sandbox.write("db/a.flash", UGLY).write("db/deep/b.prisma", UGLY.replace("User", "Other"));
        sandbox.write("db/migrations/1_x/schema.flash", UGLY);
        sandbox.flash("format", "--schema", "db").exits(0);
        assertThat(sandbox.read("db/a.flash")).isEqualTo(NEAT);
        assertThat(sandbox.read("db/deep/b.prisma")).isEqualTo(NEAT.replace("User", "Other"));
        assertThat(sandbox.read("db/migrations/1_x/schema.flash")).isEqualTo(UGLY);
    }

    @Test
    void unreadableFilesAreNamed() throws IOException {
        assertThat(sandbox.flash("format", "missing.flash").exits(2).stderr())
                .contains("`missing.flash` can't be read: there is no such file");
        Files.write(sandbox.path("latin1.flash"), new byte[] {'/', '/', (byte) 0xe9, '\n'});
        assertThat(sandbox.flash("format", "latin1.flash").exits(2).stderr()).contains("is not UTF-8 text");
        Files.createDirectories(sandbox.path("folder"));
        assertThat(sandbox.flash("format", "folder").exits(2).stderr()).contains("it is a folder");
    }
}
