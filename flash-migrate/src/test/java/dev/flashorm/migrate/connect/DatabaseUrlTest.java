package dev.flashorm.migrate.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseUrlTest {
    private static DatabaseUrl parse(String url) {
        return DatabaseUrl.parse(url, Path.of("/project/prisma"));
    }

    @Test
    void readsWhatPrismaUsersHave() {
        DatabaseUrl url =
                parse("postgres://me:p%40s%2Fs%25@h:6543/my%20db?schema=app&connection_limit=5&sslmode=require");
        assertThat(url.provider()).isEqualTo("postgresql");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:6543/my%20db");
        assertThat(url.properties())
                .containsEntry("user", "me")
                .containsEntry("password", "p@s/s%")
                .containsEntry("sslmode", "require")
                .containsEntry("currentSchema", "\"app\"")
                .doesNotContainKey("connection_limit");
        assertThat(url.schema()).contains("app");
        assertThat(parse("postgresql://u@[::1]/d").jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/d");
        assertThat(parse("postgresql://u:a?b@h/d").properties()).containsEntry("password", "a?b");
        assertThat(parse("jdbc:postgresql://h/d?user=u&password=p").properties())
                .containsEntry("user", "u")
                .containsEntry("password", "p");
        assertThat(parse("mariadb://u:p@h/d").provider()).isEqualTo("mysql");
        assertThat(parse("mysql://u:p@h/d").jdbcUrl()).isEqualTo("jdbc:mysql://h:3306/d");
        assertThat(parse("file:./dev.db?connection_limit=1").jdbcUrl()).isEqualTo("jdbc:sqlite:/project/prisma/dev.db");
        assertThat(parse("file:///abs/dev.db").jdbcUrl()).isEqualTo("jdbc:sqlite:/abs/dev.db");
        assertThat(parse("sqlite:dev.db").jdbcUrl()).isEqualTo("jdbc:sqlite:/project/prisma/dev.db");
        assertThat(parse("jdbc:sqlite:dev.db").jdbcUrl()).isEqualTo("jdbc:sqlite:/project/prisma/dev.db");
    }

    @Test
    void refusesOthers() {
        for (String url :
                List.of("", "sqlserver://u:secret@h", "postgresql:h", "://", "hello", "prisma://u:secret@h")) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> parse(url))
                    .satisfies(failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.USAGE);
                        assertThat(failure.getMessage()).doesNotContain("secret");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseName.class,
            names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void saysWhyThereIsNoConnection(DatabaseName name) {
        try (TestDatabase database = TestDatabases.create(name)) {
            String scheme = database.url().substring(0, database.url().indexOf(':'));
            String place = database.url().substring(database.url().lastIndexOf('@') + 1);
            String host = place.substring(0, place.indexOf('/'));
            if (name != DatabaseName.MARIADB) {
                // The embedded server lets everybody in.
                assertCode(scheme + "://nobody:wrong-secret@" + place, "F5503");
            }
            assertCode(database.url() + "_absent", "F5504");
            assertCode(scheme + "://u:p@" + host.substring(0, host.indexOf(':')) + ":1/d", "F5502");
        }
    }

    @Test
    void saysThatSqliteHasNoFolder() throws IOException {
        Path folder = Files.createTempDirectory("flash-url");
        assertCode("file:" + folder + "/nowhere/dev.db", "F5502");
        Files.writeString(folder.resolve("text.db"), "this is no database, and it is long enough to be read as one");
    }

    private static DatabaseEngine engine(String url) {
        return Engines.of(parse(url).provider());
    }

    private static void assertCode(String url, String code) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> MigrationConnection.open(engine(url), parse(url), "test")
                        .close())
                .satisfies(failure -> {
                    assertThat(failure.code())
                            .as(failure.getMessage() + failure.notes())
                            .isEqualTo(code);
                    assertThat(failure.getMessage() + failure.notes()).doesNotContain("wrong-secret");
                });
    }
}
