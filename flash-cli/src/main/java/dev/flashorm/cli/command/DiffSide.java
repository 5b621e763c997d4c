package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.Setting;
import dev.flashorm.cli.config.TextFiles;
import dev.flashorm.cli.output.Report;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One side of `flash migrate diff`, found and not read yet.
 *
 * @param shown how messages name it; never with a password
 * @param schema of a schema or the newest state of a migrations folder
 * @param url of a database
 */
record DiffSide(String shown, Optional<Schema> schema, Optional<DatabaseUrl> url) {
    private static final String EMPTY = "empty";
    private static final String DATABASE = "database";
    private static final String MIGRATIONS = "migrations";
    private static final String ENVIRONMENT = "env:";

    private static final String NOTHING_THERE = "F6080";
    private static final String INVALID_SCHEMA = "F6081";
    private static final String NO_STATE = "F6062";

    /** @throws FailureException when the word names nothing, or a schema that is not valid */
    static DiffSide of(Invocation invocation, String word) {
        if (word.equals(EMPTY)) {
            return new DiffSide(EMPTY, Optional.empty(), Optional.empty());
        }
        if (word.equals(DATABASE)) {
            return database(MigrationTarget.of(invocation).url());
        }
        if (word.startsWith(ENVIRONMENT)) {
            return environment(invocation, word.substring(ENVIRONMENT.length()));
        }
        Path here = invocation.host().workingDirectory();
        if (isAddress(word)) {
            invocation.console().redaction().know(word);
            return database(DatabaseUrl.parse(word, here));
        }
        Path path = here.resolve(word);
        if (Files.isDirectory(path)) {
            return folder(invocation, path);
        }
        if (Files.exists(path)) {
            return schema(invocation, word, List.of(TextFiles.read(path, here)));
        }
        if (path.endsWith(MIGRATIONS)) {
            // The folder is made by the first migration; before it, there is nothing in it.
            return new DiffSide(word, Optional.empty(), Optional.empty());
        }
        throw FailureException.of(FailureException.Kind.USAGE, NOTHING_THERE, "there is nothing at `" + word + "`")
                .help("a side is a schema file or folder, a migrations folder, a database's address, `env:NAME`,"
                        + " `database` or `empty`")
                .build();
    }

    private static boolean isAddress(String word) {
        int colon = word.indexOf(':');
        // One letter is a drive of Windows.
        return colon > 1 && word.substring(0, colon).chars().allMatch(Character::isLetterOrDigit);
    }

    private static DiffSide environment(Invocation invocation, String name) {
        Project project = invocation.projectIn(name);
        Setting setting = project.url().orElseThrow(() -> new IllegalStateException("an environment without a URL"));
        return database(DatabaseUrl.parse(setting.value(), project.schemaFolder()));
    }

    private static DiffSide database(DatabaseUrl url) {
        return new DiffSide(url.toString(), Optional.empty(), Optional.of(url));
    }

    private static DiffSide folder(Invocation invocation, Path path) {
        String shown = TextFiles.display(path, invocation.host().workingDirectory());
        List<Path> files = Project.schemaFiles(path);
        if (MigrationFolder.isOne(path) || files.isEmpty()) {
            MigrationFolder folder = MigrationFolder.open(path, shown);
            Optional<SourceFile> state = folder.newestSchema();
            Optional<Migration> head = folder.head();
            if (state.isEmpty() && head.isPresent()) {
                throw FailureException.failed(
                                NO_STATE, "`" + head.get().display() + "` does not say which schema it leads to")
                        .note("a migration history of Prisma's has no states")
                        .help("run it on a database and compare that one")
                        .build();
            }
            return state.isEmpty()
                    ? new DiffSide(shown, Optional.empty(), Optional.empty())
                    : schema(invocation, shown, List.of(state.get()));
        }
        return schema(
                invocation,
                shown,
                files.stream()
                        .map(file -> TextFiles.read(file, invocation.host().workingDirectory()))
                        .toList());
    }

    private static DiffSide schema(Invocation invocation, String shown, List<SourceFile> files) {
        SchemaResult result = SchemaCompiler.compile(files);
        if (!result.isValid()) {
            new Report(invocation.console(), invocation.host().environment()).print(result.diagnostics());
            throw FailureException.failed(INVALID_SCHEMA, "`" + shown + "` is not a valid schema")
                    .note(result.diagnostics().get(0).message())
                    .build();
        }
        return new DiffSide(shown, Optional.of(result.schema()), Optional.empty());
    }

    /** The kind of database that this side speaks of. */
    Optional<String> provider() {
        return url.map(DatabaseUrl::provider)
                .or(() -> schema.flatMap(Schema::datasource).map(Datasource::provider));
    }

    /**
     * Connects, where it is a database.
     *
     * @param other the other side, whose schema says which database schemas matter
     */
    DatabaseState read(DiffSide other) {
        if (url.isPresent()) {
            List<String> schemas = other.schema()
                    .flatMap(Schema::datasource)
                    .map(Datasource::schemas)
                    .orElse(List.of());
            return new DatabaseState.Found(DatabaseReader.read(url.get(), schemas));
        }
        return schema.<DatabaseState>map(DatabaseState.Described::new).orElseGet(DatabaseState.Empty::new);
    }
}
