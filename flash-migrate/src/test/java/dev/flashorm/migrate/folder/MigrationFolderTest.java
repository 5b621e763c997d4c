package dev.flashorm.migrate.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path temp = Path.of("");

    private MigrationFolder write(String name, long seconds) {
        MigrationDraft draft = new MigrationDraft(
                name,
                "sqlite",
                "CREATE TABLE \"" + name + "\" (id INT);\n",
                Optional.of("DROP TABLE x;\n"),
                "model " + name + "\n",
                List.of(),
                List.of("all rows of `x`, \"quoted\""),
                Map.of("User.displayName", "User.nickname"),
                List.of());
        return MigrationFolder.open(temp, "migrations")
                .write(draft, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private FailureException failure() {
        return catchThrowableOfType(
                FailureException.class,
                () -> MigrationFolder.open(temp, "migrations").newestSchema());
    }

    @Test
    void ordersByParentsNotByTheClock() {
        write("one", 10);
        write("two", 5);
        MigrationFolder folder = write("Drei\u00DFig \u00FCber\n\"x\"", 0);
        assertThat(folder.migrations())
                .extracting(Migration::id)
                .containsExactly("20261121120010_one", "20261121120005_two", "20261121120000_drei_ig_uber_x");
        assertThat(folder.head().orElseThrow().name()).isEqualTo("Drei\u00DFig \u00FCber\n\"x\"");
        assertThat(folder.head().orElseThrow().downLosses()).containsExactly("all rows of `x`, \"quoted\"");
        assertThat(folder.newestSchema().orElseThrow().text()).startsWith("model Drei");
        assertThat(folder.find("two")).isPresent();
        assertThat(folder.find("2026")).isEmpty();
    }

    @Test
    void refusesTheSameNameTwice() {
        write("one", 0);
        FailureException failure = catchThrowableOfType(FailureException.class, () -> write("one", 0));
        assertThat(failure.code()).isEqualTo("F5403");
        assertThat(temp.toFile().list()).containsExactly("20261121120000_one");
    }

    @Test
    void namesThePlaceOfWhatIsMalformed() throws IOException {
        write("one", 0);
        Path toml = temp.resolve("20261121120000_one/migration.toml");
        String text = Files.readString(toml);
        Files.writeString(toml, text.replace("provider = ", "provider == "));
        assertThat(failure().code()).isEqualTo("F5410");
        assertThat(failure().where().orElseThrow().toString())
                .startsWith("migrations/20261121120000_one/migration.toml:4:");
        Files.writeString(toml, text.replace("name = ", "nam = "));
        assertThat(failure()).hasMessageContaining("unknown key `nam`");
        Files.writeString(toml, text.replace("parents = []", "parents = 3"));
        assertThat(failure().where().orElseThrow().toString()).contains("migration.toml:5:");
        Files.writeString(toml, text.replace("parents = []", "parents = [\"gone\"]"));
        assertThat(failure().code()).isEqualTo("F5413");
        Files.writeString(toml, text.replace("parents = []", "parents = [\"20261121120000_one\"]"));
        assertThat(failure().code()).isEqualTo("F5414");
        Files.writeString(toml, text);
        Files.writeString(temp.resolve("20261121120000_one/schema.flash"), "edited");
        assertThat(failure().code()).isEqualTo("F5416");
        Files.delete(toml);
        assertThat(failure().code()).isEqualTo("F5411");
    }

    @Test
    void saysWhenThereAreTwoHeads() throws IOException {
        write("one", 0);
        write("two", 1);
        Path toml = temp.resolve("20261121120001_two/migration.toml");
        Files.writeString(toml, Files.readString(toml).replace("[\"20261121120000_one\"]", "[]"));
        assertThat(failure().code()).isEqualTo("F5415");
        assertThat(failure().notes()).hasSize(2);
    }

    @Test
    void readsPrismasFolder() throws IOException {
        for (String name : List.of("20240102000000_b", "20240101000000_a")) {
            Files.createDirectories(temp.resolve(name));
            Files.writeString(temp.resolve(name).resolve("migration.sql"), "SELECT 1;");
        }
        Files.writeString(temp.resolve("migration_lock.toml"), "provider = \"sqlite\"");
        MigrationFolder folder = write("after", 0);
        assertThat(folder.migrations())
                .extracting(Migration::id)
                .containsExactly("20240101000000_a", "20240102000000_b", "20261121120000_after");
        assertThat(folder.migrations().get(0).checksum())
                .isEqualTo("17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a");
        assertThat(folder.migrations().get(2).parents()).containsExactly("20240102000000_b");
    }

    @Property(tries = 500)
    void slugsAreFileNames(@ForAll String name) {
        assertThat(FolderName.slug(name)).matches("[a-z0-9]+(_[a-z0-9]+)*").hasSizeLessThanOrEqualTo(60);
    }
}
