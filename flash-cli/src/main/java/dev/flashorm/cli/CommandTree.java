package dev.flashorm.cli;

import dev.flashorm.cli.command.CheckCommand;
import dev.flashorm.cli.command.Command;
import dev.flashorm.cli.command.CompletionCommand;
import dev.flashorm.cli.command.ConfigCommand;
import dev.flashorm.cli.command.DemoCommand;
import dev.flashorm.cli.command.DownCommand;
import dev.flashorm.cli.command.FormatCommand;
import dev.flashorm.cli.command.GenCommand;
import dev.flashorm.cli.command.InitCommand;
import dev.flashorm.cli.command.LintCommand;
import dev.flashorm.cli.command.MigrateBaselineCommand;
import dev.flashorm.cli.command.MigrateCommand;
import dev.flashorm.cli.command.MigrateDiffCommand;
import dev.flashorm.cli.command.MigrateResolveCommand;
import dev.flashorm.cli.command.MigrateSquashCommand;
import dev.flashorm.cli.command.MigrateVerifyCommand;
import dev.flashorm.cli.command.PullCommand;
import dev.flashorm.cli.command.ResetCommand;
import dev.flashorm.cli.command.StatusCommand;
import dev.flashorm.cli.command.UpCommand;
import dev.flashorm.cli.command.ValidateCommand;
import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.Usage;
import java.util.List;

/** All commands. Listing them loads none of their classes. */
final class CommandTree implements Catalogue {
    private static final String START = "Start";
    private static final String MODEL = "Model";
    private static final String DATABASE = "Database";
    private static final String TOOLS = "Tools";

    private static final List<Entry> ENTRIES = List.of(
            new Entry("init", START, "write a first schema"),
            new Entry("pull", START, "read a database into the schema"),
            new Entry("demo", START, "a complete small project, made, compiled and run"),
            new Entry("validate", MODEL, "check the schema"),
            new Entry("format", MODEL, "lay the schema out"),
            new Entry("gen", MODEL, "generate code from the schema"),
            new Entry("migrate", DATABASE, "write a migration for what changed in the schema"),
            new Entry("migrate up", DATABASE, "run pending migrations"),
            new Entry("migrate down", DATABASE, "undo migrations"),
            new Entry("migrate status", DATABASE, "which migrations the database has, and which are pending"),
            new Entry("migrate diff", DATABASE, "what leads from one schema, migration or database to another"),
            new Entry("migrate lint", DATABASE, "look for hazards in the SQL of migrations"),
            new Entry("migrate verify", DATABASE, "replay all migrations in a scratch database"),
            new Entry("migrate resolve", DATABASE, "say how far a migration has come"),
            new Entry("migrate baseline", DATABASE, "record migrations that a database has already"),
            new Entry("migrate squash", DATABASE, "put several migrations together into one"),
            new Entry("apply", DATABASE, "run pending migrations: short for `migrate up`"),
            new Entry("down", DATABASE, "undo migrations: short for `migrate down`"),
            new Entry("status", DATABASE, "what is applied and what is pending: short for `migrate status`"),
            new Entry("check", DATABASE, "everything that CI wants to know, in one run"),
            new Entry("reset", DATABASE, "drop what the migrations made, and apply them anew"),
            new Entry("config", TOOLS, "show the settings in use and where they come from"),
            new Entry("completion", TOOLS, "print a completion script for a shell"));

    private static final List<ForeignName> FOREIGN_NAMES = List.of(
            new ForeignName("generate", "flash gen", "`flash gen` generates code from the schema"),
            new ForeignName(
                    "migrate dev",
                    "flash migrate \"name\"",
                    "`flash migrate \"name\"` writes the migration, `flash apply` runs it, `flash gen` generates code"),
            new ForeignName("migrate deploy", "flash apply", "`flash apply` runs pending migrations"),
            new ForeignName(
                    "migrate reset",
                    "flash reset",
                    "`flash reset` drops what the migrations made and applies them anew"),
            new ForeignName("migrate apply", "flash apply", "`flash apply` runs pending migrations"),
            new ForeignName(
                    "db push",
                    "flash migrate \"name\"",
                    "Flash changes a database by migrations only: `flash migrate \"name\"`, then `flash apply`"),
            new ForeignName("db pull", "flash pull", "`flash pull` reads a database into the schema"),
            new ForeignName("db seed", "flash --help", "seeding is not part of this version"));

    @Override
    public List<Entry> entries() {
        return ENTRIES;
    }

    @Override
    public List<ForeignName> foreignNames() {
        return FOREIGN_NAMES;
    }

    @Override
    public Usage usage(String path) {
        return command(path).usage();
    }

    /** A switch, not a map: it loads the one class that is asked for. */
    Command command(String path) {
        return switch (path) {
            case "init" -> new InitCommand();
            case "validate" -> new ValidateCommand();
            case "config" -> new ConfigCommand();
            case "completion" -> new CompletionCommand(this);
            case "format" -> new FormatCommand();
            case "demo" -> new DemoCommand((host, line) -> new Cli(host).run(line));
            case "gen" -> new GenCommand();
            case "migrate" -> new MigrateCommand();
            case "check" -> new CheckCommand();
            case "reset" -> new ResetCommand();
            case "pull" -> new PullCommand();
            case "migrate diff" -> new MigrateDiffCommand();
            case "migrate lint" -> new LintCommand();
            case "migrate verify" -> new MigrateVerifyCommand();
            case "migrate resolve" -> new MigrateResolveCommand();
            case "migrate baseline" -> new MigrateBaselineCommand();
            case "migrate squash" -> new MigrateSquashCommand();
            case "apply", "migrate up" -> new UpCommand(path);
            case "down", "migrate down" -> new DownCommand(path);
            case "status", "migrate status" -> new StatusCommand(path);
            default -> throw new IllegalArgumentException("no command " + path);
        };
    }
}
