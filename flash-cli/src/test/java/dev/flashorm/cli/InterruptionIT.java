package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ctrl-C, as a terminal sends it to the launcher of the distribution. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionIT {
    private static final Path LAUNCHER = Path.of("target/flash/bin/flash").toAbsolutePath();

    private Sandbox sandbox;

    private record Ended(int exit, String stderr) {}

    @BeforeEach
    void prepare(@TempDir Path base) throws IOException {
        sandbox = new Sandbox(Files.createDirectories(base.resolve("project")));
    }

    /** A migration that makes a table, sleeps and makes another. */
    private void sleeper(TestDatabase database, int seconds) throws IOException {
        sandbox.write(
                "schema.flash",
                "datasource db {\n  provider = \"" + database.name().provider() + "\"\n  url = \"" + database.url()
                        + "\"\n}\n\nmodel User {\n  id Int @id\n}\n");
        sandbox.flash("migrate", "sleeper", "--empty").exits(0);
        String sleep = database.name() == DatabaseName.POSTGRESQL
                ? "SELECT pg_sleep(" + seconds + ") AS sleeper"
                : "DO SLEEP(" + seconds + ")";
        try (var folders = Files.list(sandbox.path("migrations"))) {
            Path folder = folders.findFirst().orElseThrow();
            Files.writeString(
                    folder.resolve("up.sql"),
                    "CREATE TABLE early (id INT);\n" + sleep + ";\nCREATE TABLE late (id INT);\n");
            Files.writeString(folder.resolve("down.sql"), "DROP TABLE late;\nDROP TABLE early;\n");
        }
    }

    private Process start(String... line) throws IOException {
        String[] words = new String[line.length + 1];
        words[0] = LAUNCHER.toString();
        System.arraycopy(line, 0, words, 1, line.length);
        return new ProcessBuilder(words)
                .directory(sandbox.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), stderr);
    }

    private static Optional<String> first(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** The database in which the sleeper sleeps. */
    private static String sleeping(TestDatabase database, String condition) throws SQLException, InterruptedException {
        String sql = database.name() == DatabaseName.POSTGRESQL
                ? "SELECT datname FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(%sleeper%'"
                        + " AND pid <> pg_backend_pid() AND datname " + condition
                : "SELECT db FROM information_schema.processlist WHERE info LIKE 'DO SLEEP(%' AND db " + condition;
        for (int i = 0; i < 600; i++) {
            Optional<String> found = first(database, sql);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody sleeps");
    }

    private static String itself(TestDatabase database) {
        return "= '" + database.url().substring(database.url().lastIndexOf('/') + 1) + "'";
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseName.class,
            names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void theFirstOneStopsAfterTheRunningStatement(DatabaseName name) throws Exception {
        try (TestDatabase database = TestDatabases.create(name)) {
            sleeper(database, 6);
            Process process = start("apply");
            sleeping(database, itself(database));
            interrupt(process);
            Ended ended = end(process);
            assertThat(ended.exit()).as(ended.stderr()).isEqualTo(130);
            assertThat(ended.stderr())
                    .contains("stopping after the running statement", "error[F5311]", "2 of 3 statements had run");
            boolean transactional = name == DatabaseName.POSTGRESQL;
            assertThat(ended.stderr().contains("rolled back: the database is as it was"))
                    .isEqualTo(transactional);
            assertThat(first(
                                    database,
                                    "SELECT 1 FROM information_schema.tables WHERE table_name = 'early' AND table_schema "
                                            + (transactional ? "= 'public'" : itself(database)))
                            .isPresent())
                    .isEqualTo(!transactional);
            // The lock is free, and the next run goes on.
            Sandbox.Run again = sandbox.flash("apply").exits(0);
            assertThat(again.stderr()).doesNotContain("F5510");
            sandbox.flash("status", "--check").exits(0);
        }
    }

    @Test
    void theSecondOneEndsItAtOnceAndTheLockGoesWithIt() throws Exception {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            sleeper(database, 300);
            Process process = start("apply");
            sleeping(database, itself(database));
            interrupt(process);
            Thread.sleep(500);
            interrupt(process);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(sandbox.flash("status").exits(0).stdout()).contains("pending");
            sandbox.write(
                    "migrations/" + folder() + "/up.sql",
                    "CREATE TABLE late (id INT);\nCREATE TABLE early (id INT);\n");
            sandbox.flash("apply").exits(0);
        }
    }

    private String folder() throws IOException {
        try (var folders = Files.list(sandbox.path("migrations"))) {
            return String.valueOf(folders.findFirst().orElseThrow().getFileName());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseName.class,
            names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aScratchDatabaseIsRemoved(DatabaseName name) throws Exception {
        try (TestDatabase database = TestDatabases.create(name)) {
            sleeper(database, 300);
            Process process = start("migrate", "verify");
            String scratch = sleeping(database, "LIKE 'flash\\_scratch\\_%'");
            interrupt(process);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            String there = name == DatabaseName.POSTGRESQL
                    ? "SELECT datname FROM pg_database WHERE datname = '"
                    : "SELECT schema_name FROM information_schema.schemata WHERE schema_name = '";
            assertThat(first(database, there + scratch + "'")).isEmpty();
        }
    }
}
