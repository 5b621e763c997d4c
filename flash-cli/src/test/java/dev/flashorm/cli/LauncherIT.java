package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the distribution that this build made, as a process. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of("target/flash/bin/flash").toAbsolutePath();

    private Path folder;
    private Path cache;

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        folder = Files.createDirectories(base.resolve("a folder"));
        cache = base.resolve("cache");
    }

    private record Ended(int exit, String stdout, String stderr) {}

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        return builder.start();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), stdout, stderr);
    }

    private Ended flash(String... arguments) throws IOException, InterruptedException {
        return end(start(LAUNCHER, Map.of(), arguments));
    }

    @Test
    void passesArgumentsAndExitCodes() throws Exception {
        assertThat(flash("--version").exit()).isZero();
        assertThat(flash("validate").exit()).isEqualTo(2);
        assertThat(flash("a b  c*").stderr()).contains("unknown command `a b  c*`");
        assertThat(flash("größe漢").stderr()).contains("unknown command `größe漢`");
        assertThat(flash("").stderr()).contains("unknown command ``");
    }

    @Test
    void readsAPipe() throws Exception {
        String line = "printf 'model A {\\n id Int @id\\n}\\n' | \"$0\" format -";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line, LAUNCHER.toString()).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        Ended ended = end(builder.start());
        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.stdout()).isEqualTo("model A {\n  id Int @id\n}\n");
    }

    @Test
    void readsNamesThatAreNotAsciiInAPlainLocale() throws Exception {
        Files.writeString(folder.resolve("größe.flash"), "model A {\n  id Int @id\n}\n");
        Ended ended = end(start(LAUNCHER, Map.of("LC_ALL", "C"), "format", "größe.flash"));
        assertThat(ended.stderr()).contains("1 file");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void worksThroughLinksAndFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("first link"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first link"));
        assertThat(end(start(link, Map.of(), "--version")).stdout()).startsWith("flash ");
        assertThat(end(start(second, Map.of(), "--version")).stdout()).startsWith("flash ");
    }

    @Test
    void makesTheArchiveOnceHoweverManyStart() throws Exception {
        List<Process> running = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            running.add(start(LAUNCHER, Map.of(), "--version"));
        }
        for (Process process : running) {
            Ended ended = end(process);
            assertThat(ended.exit()).isZero();
            assertThat(ended.stderr()).isEmpty();
        }
        List<Path> archives = waitForArchive();
        assertThat(archives).hasSize(1);
        assertThat(flash("--version").stdout()).startsWith("flash ");
        Files.write(archives.get(0), new byte[] {1, 2, 3});
        Ended broken = flash("--version");
        assertThat(broken.exit()).isZero();
        assertThat(broken.stderr()).isEmpty();
        assertThat(broken.stdout().lines()).hasSize(1);
    }

    private List<Path> waitForArchive() throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.isDirectory(cache)) {
                try (Stream<Path> files = Files.walk(cache)) {
                    List<Path> found = files.filter(Files::isRegularFile).toList();
                    if (!found.isEmpty()
                            && found.stream().allMatch(file -> file.toString().endsWith(".jsa"))) {
                        return found;
                    }
                }
            }
            Thread.sleep(100);
        }
        return List.of();
    }

    @Test
    void aCacheThatCannotBeWrittenIsNoTrouble() throws Exception {
        Files.writeString(cache, "a file where a folder should be");
        Ended ended = flash("--version");
        assertThat(ended.exit()).isZero();
        assertThat(ended.stderr()).isEmpty();
    }

    @Test
    void withoutAJavaItSaysSo() throws Exception {
        Path home = Files.createDirectories(folder.resolve("no java/bin"));
        Files.writeString(home.resolve("java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
        assertThat(home.resolve("java").toFile().setExecutable(true)).isTrue();
        // Whatever else the machine has, an old Java is never taken.
        Ended ended = end(
                start(LAUNCHER, Map.of("JAVA_HOME", folder.resolve("no java").toString()), "--version"));
        assertThat(ended.exit()).isIn(0, 2);
        assertThat(ended.stdout() + ended.stderr()).doesNotContain("11.0.2");
    }

    @Test
    void aReaderThatGoesAwayAndAClosedStdinAreNoTrouble() throws Exception {
        Ended ended = end(new ProcessBuilder("sh", "-c", "'" + LAUNCHER + "' completion fish <&- | head -n 1")
                .directory(folder.toFile())
                .start());
        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.stdout().lines()).hasSize(1);
        Ended closed = end(new ProcessBuilder("sh", "-c", "'" + LAUNCHER + "' init <&-")
                .directory(folder.toFile())
                .start());
        assertThat(closed.exit()).isEqualTo(2);
        assertThat(closed.stderr()).contains("error[F6041]");
    }

    @Test
    void aFullDiskIsAFailure() throws Exception {
        if (Files.exists(Path.of("/dev/full"))) {
            Ended ended = end(new ProcessBuilder("sh", "-c", "'" + LAUNCHER + "' --help > /dev/full")
                    .directory(folder.toFile())
                    .start());
            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.stderr()).contains("error[F6092]");
        }
    }
}
