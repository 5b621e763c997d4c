package dev.flashorm.cli.command;

import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** `flash init`. */
public final class InitCommand implements Command {
    private static final String SCHEMA = "schema.flash";
    private static final List<String> SCHEMAS = List.of(SCHEMA, "schema.prisma", "prisma/schema.prisma");

    private static final String SCHEMA_EXISTS = "F6040";
    private static final String WHICH_DATABASE = "F6041";
    private static final String DECLINED = "F6042";

    private static final Parameter.Flag SQLITE = new Parameter.Flag("--sqlite", "a SQLite file, dev.db");
    private static final Parameter.Flag POSTGRESQL = new Parameter.Flag("--postgresql", "PostgreSQL");
    private static final Parameter.Flag MYSQL = new Parameter.Flag("--mysql", "MySQL or MariaDB");
    private static final Parameter.Flag MONGODB = new Parameter.Flag("--mongodb", "MongoDB");
    private static final List<Parameter.Flag> DATABASES = List.of(SQLITE, POSTGRESQL, MYSQL, MONGODB);

    @Override
    public Usage usage() {
        return new Usage(
                "Writes a first schema into this folder; for a database server also a .env file for its address.",
                List.of(SQLITE, POSTGRESQL, MYSQL, MONGODB, SharedParameters.DRY_RUN),
                List.of(ExitCode.DECLINED),
                List.of(
                        new Usage.Example("flash init --sqlite", "start with a SQLite file"),
                        new Usage.Example("flash init --postgresql --dry-run", "say what would be written")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        Path folder = invocation.host().workingDirectory();
        for (String name : SCHEMAS) {
            if (Files.exists(folder.resolve(name))) {
                throw FailureException.of(
                                FailureException.Kind.USAGE, SCHEMA_EXISTS, "there is a schema here already: " + name)
                        .help("nothing was changed; `flash init` is for a folder without a schema")
                        .next("flash validate")
                        .build();
            }
        }
        StarterSchema starter = StarterSchema.of(database(invocation));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SCHEMA, starter.schema());
        if (starter.url().isPresent() && !Files.exists(folder.resolve(".env"))) {
            files.put(".env", "DATABASE_URL=\"" + starter.url().get() + "\"\n");
        }
        return write(invocation, folder, files, starter);
    }

    private static Outcome write(Invocation invocation, Path folder, Map<String, String> files, StarterSchema starter)
            throws IOException {
        Console console = invocation.console();
        boolean dryRun = invocation.arguments().has(SharedParameters.DRY_RUN);
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!dryRun) {
                AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
            }
            written.add(file.getKey());
            console.print((dryRun ? "would write " : "wrote ") + file.getKey());
        }
        if (starter.url().isPresent()) {
            console.tell("next: put your database's address into .env (keep that file out of version control), then");
        }
        console.tell((starter.url().isPresent() ? "      " : "next: ") + "flash migrate \"init\"");
        return Outcome.done(new JsonObject()
                .put("provider", starter.provider())
                .put("written", written)
                .put("dryRun", dryRun));
    }

    private static String database(Invocation invocation) throws IOException {
        List<Parameter.Flag> given = new ArrayList<>();
        for (Parameter.Flag flag : DATABASES) {
            if (invocation.arguments().has(flag)) {
                given.add(flag);
            }
        }
        if (given.size() > 1) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            WHICH_DATABASE,
                            "a schema has one database: choose between `"
                                    + given.get(0).name() + "` and `"
                                    + given.get(1).name() + "`")
                    .next("flash init " + given.get(0).name())
                    .build();
        }
        if (given.size() == 1) {
            return given.get(0).name().substring(2);
        }
        if (!invocation.isInteractive()) {
            throw FailureException.of(FailureException.Kind.USAGE, WHICH_DATABASE, "which database is it to be?")
                    .help("say it with `--sqlite`, `--postgresql`, `--mysql` or `--mongodb`")
                    .next("flash init --sqlite")
                    .build();
        }
        List<String> names =
                DATABASES.stream().map(flag -> flag.name().substring(2)).toList();
        Optional<String> answer = new Question(invocation).choose("Which database?", names);
        return answer.orElseThrow(() -> FailureException.of(
                        FailureException.Kind.DECLINED, DECLINED, "no database was chosen; nothing was written")
                .next("flash init --sqlite")
                .build());
    }
}
