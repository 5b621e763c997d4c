package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenCommandTest {
    private static final String MODEL = "model A {\n  id Int @id\n}\n";

    private final Sandbox sandbox;

    GenCommandTest(@TempDir Path folder) {
        sandbox = new Sandbox(folder.resolve("project"));
        sandbox.write("schema.flash", schema(MODEL, java("a", "one") + java("b", "two")));
    }

    private static String schema(String models, String generators) {
        return "datasource db {\n  provider = \"sqlite\"\n  url = \"file:dev.db\"\n}\n" + generators + models;
    }

    private static String java(String name, String folder) {
        return "generator " + name + " {\n  provider = \"java\"\n  output = \"" + folder + "\"\n}\n";
    }

    @Test
    void everyBlockIsRun() {
        assertThat(sandbox.flash("gen").exits(0).stdout()).contains("one/: ", "two/: ");
        assertThat(sandbox.path("one/db/A.java")).exists();
        assertThat(sandbox.path("two/db/A.java")).exists();
    }

    @Test
    void oneBlockIsRunByItsName() {
        sandbox.flash("gen", "--only", "b", "--json").exits(0);
        assertThat(sandbox.path("one")).doesNotExist();
        assertThat(sandbox.path("two/db/A.java")).exists();
        sandbox.flash("gen", "--check", "--only", "b").exits(0);
        sandbox.flash("gen", "--check").exits(4);
    }

    @Test
    void blocksAreRunByTheirLanguage() {
        sandbox.flash("gen", "--only", "java").exits(0);
        assertThat(sandbox.path("one/db/A.java")).exists();
        assertThat(sandbox.path("two/db/A.java")).exists();
    }

    @Test
    void aBlockThatIsNotThere() {
        assertThat(sandbox.flash("gen", "--only", "c").exits(2).stderr()).contains("error[F6070]", "it has `a`, `b`");
    }

    @Test
    void anErrorInOneBlockLeavesTheOthersUnwritten() {
        sandbox.write("schema.flash", schema(MODEL, java("a", "one") + java("b", "two\"\n  package = \"1")));
        sandbox.flash("gen").exits(2);
        assertThat(sandbox.path("one")).doesNotExist();
    }

    @Test
    void blocksOfOtherToolsAreLeftAlone() {
        sandbox.write("schema.flash", schema(MODEL, java("a", "one") + "generator dbml {\n  provider = \"x\"\n}\n"));
        sandbox.flash("gen").exits(0);
    }

    @Test
    void watchingHasNoReport() {
        for (String other : new String[] {"--check", "--dry-run", "--json", "--format=github"}) {
            assertThat(sandbox.flash("gen", "--watch", other).exits(2)).isNotNull();
        }
    }

    @Test
    void watchingGeneratesAgainAndOutlivesAWrongSchema() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Sandbox.Run> run = thread.submit(() -> sandbox.flash("gen", "--watch"));
            await(() -> Files.exists(sandbox.path("one/db/A.java")));
            sandbox.write("schema.flash", "model {");
            Thread.sleep(1000);
            sandbox.write("schema.flash", schema(MODEL + "model B {\n  id Int @id\n}\n", java("a", "one")));
            await(() -> Files.exists(sandbox.path("one/db/B.java")));
            assertThat(run.isDone()).isFalse();
            thread.shutdownNow();
            assertThat(run.get(1, TimeUnit.MINUTES).exits(0).stderr()).contains("is not valid", "waiting for changes");
        } finally {
            thread.shutdownNow();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
