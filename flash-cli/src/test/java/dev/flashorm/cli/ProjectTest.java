package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where settings come from, seen through `flash config`. */
class ProjectTest {
    private static final String SCHEMA =
            "datasource db {\n  provider = \"postgresql\"\n  url      = env(\"DATABASE_URL\")\n}\n\nmodel A {\n  id Int @id\n}\n";

    private Sandbox sandbox;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        sandbox = new Sandbox(folder).write(".git/HEAD", "");
    }

    private String setting(Sandbox where, String key, String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "config";
        line[1] = "--json";
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        for (JsonNode setting : where.flash(line).exits(0).json().at("/data/settings")) {
            if (setting.get("key").asString().equals(key)) {
                return setting.get("value").asString() + " from "
                        + setting.get("origin").asString();
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void theSchemaIsLookedForUpwardsToTheRepositorysRoot() {
        sandbox.write("schema.flash", SCHEMA).write("a/b/x.txt", "");
        assertThat(setting(sandbox.in("a/b"), "schema")).isEqualTo("../../schema.flash from default");
        assertThat(setting(sandbox.in("a/b"), "migrations")).isEqualTo("../../migrations from default");
    }

    @Test
    void itIsNotLookedForBeyond() {
        sandbox.write("schema.flash", SCHEMA)
                .write("inner/.git", "gitdir: elsewhere\n")
                .write("inner/a/x.txt", "");
        Sandbox.Run run = sandbox.in("inner/a").flash("validate").exits(2);
        assertThat(run.stderr()).contains("error[F6026]: there is no schema here", "next: flash init");
    }

    @Test
    void aPrismaProjectIsTakenAsItStands() {
        sandbox.write("prisma/schema.prisma", SCHEMA).write(".env", "DATABASE_URL=postgresql://u:secret@h/d\n");
        assertThat(setting(sandbox, "schema")).isEqualTo("prisma/schema.prisma from default");
        assertThat(setting(sandbox, "migrations")).isEqualTo("prisma/migrations from default");
        assertThat(setting(sandbox, "url")).isEqualTo("postgresql://u:***@h/d from .env:1");
    }

    @Test
    void flagsThenEnvironmentThenDotEnvThenFileThenDefault() {
        sandbox.write("schema.flash", SCHEMA).write("f.flash", SCHEMA).write("e.flash", SCHEMA);
        sandbox.write("d.flash", SCHEMA).write("o.flash", SCHEMA);
        assertThat(setting(sandbox, "schema")).isEqualTo("schema.flash from default");
        sandbox.write("flash.toml", "# paths\nschema = \"f.flash\"\nmigrations = \"db/migrations\"\n");
        assertThat(setting(sandbox, "schema")).isEqualTo("f.flash from flash.toml:2:1");
        assertThat(setting(sandbox, "migrations")).isEqualTo("db/migrations from flash.toml:3:1");
        sandbox.write(".env", "FLASH_SCHEMA=d.flash\n");
        assertThat(setting(sandbox, "schema")).isEqualTo("d.flash from .env:1");
        sandbox.set("FLASH_SCHEMA", "e.flash");
        assertThat(setting(sandbox, "schema")).isEqualTo("e.flash from environment variable FLASH_SCHEMA");
        assertThat(setting(sandbox, "schema", "--schema", "o.flash")).isEqualTo("o.flash from --schema");
    }

    @Test
    void theDatabaseOfAnEnvironment() {
        sandbox.write("schema.flash", SCHEMA);
        sandbox.write("flash.toml", "[environments.production]\nurl = \"${PRODUCTION_URL}\"\n");
        sandbox.set("DATABASE_URL", "postgresql://here/d").set("PRODUCTION_URL", "postgresql://u:secret@there/d");
        assertThat(setting(sandbox, "url")).startsWith("postgresql://here/d");
        assertThat(setting(sandbox, "url", "--env", "production"))
                .isEqualTo("postgresql://u:***@there/d from flash.toml:2:1");
        assertThat(setting(sandbox, "url", "--env", "production", "--url", "postgresql://x/d"))
                .startsWith("postgresql://x/d");
        assertThat(sandbox.flash("config", "--env", "prodction").exits(2).stderr())
                .contains("error[F6030]", "did you mean `production`?");
    }

    @Test
    void aConfigurationFileThatIsWrongIsShown() {
        sandbox.write("schema.flash", SCHEMA);
        sandbox.write("flash.toml", "schema = \"schema.flash\"\nmigratons = \"x\"\n");
        assertThat(sandbox.flash("validate").exits(2).stderr())
                .contains("error[F6024]: unknown key `migratons`", "--> flash.toml:2:1", "did you mean `migrations`?");
        sandbox.write("flash.toml", "schema = [1]\n");
        assertThat(sandbox.flash("validate").exits(2).stderr()).contains("F6025", "--> flash.toml:1:1");
        sandbox.write("flash.toml", "schema = \n");
        assertThat(sandbox.flash("validate").exits(2).stderr()).contains("F6023", "--> flash.toml:1:");
        assertThat(sandbox.flash("validate", "--config", "nowhere.toml")
                        .exits(2)
                        .stderr())
                .contains("`nowhere.toml` can't be read: there is no such file");
    }

    @Test
    void aMissingSchemaSaysWhoNamedIt() {
        assertThat(sandbox.flash("validate", "--schema", "nowhere.flash")
                        .exits(2)
                        .stderr())
                .contains("error[F6026]: there is no schema at `nowhere.flash`", "it is named by --schema");
        sandbox.write("empty/readme.txt", "");
        assertThat(sandbox.flash("validate", "--schema", "empty").exits(2).stderr())
                .contains("error[F6027]");
    }
}
