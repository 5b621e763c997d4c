package dev.flashorm.cli.config;

import dev.flashorm.migrate.lint.LintLevels;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.ConfigValue;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command works on.
 *
 * @param workingDirectory where the user stands; paths are shown relative to it
 * @param config the configuration file in use
 * @param schema path of the schema file or folder, relative to the working directory or absolute
 * @param migrations path of the migrations folder
 * @param url the database, where a flag, a variable or an environment of `flash.toml` says it before the schema does
 * @param lints how much each hazard of a migration weighs
 */
public record Project(
        Path workingDirectory,
        Optional<Path> config,
        Setting schema,
        Setting migrations,
        Optional<Setting> url,
        LintLevels lints,
        Variables variables) {
    private static final String NO_SCHEMA_FILES = "F6027";
    private static final String NO_DATASOURCE = "F6028";
    private static final String VARIABLE_NOT_SET = "F6029";

    public Path schemaPath() {
        return workingDirectory.resolve(schema.value());
    }

    public Path migrationsPath() {
        return workingDirectory.resolve(migrations.value());
    }

    /** The folder that relative paths in the schema and in database URLs start from. */
    public Path schemaFolder() {
        Path path = schemaPath();
        Path parent = path.getParent();
        return Files.isDirectory(path) || parent == null ? path : parent;
    }

    /** A path as the user would type it. */
    public String display(Path path) {
        return TextFiles.display(path, workingDirectory);
    }

    /** The schema's files in order of their paths, with their paths on disk. */
    public List<Path> schemaFiles() {
        Path path = schemaPath();
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        Path migrationsFolder = migrationsPath().normalize();
        List<Path> found = schemaFiles(path).stream()
                .filter(file -> !file.normalize().startsWith(migrationsFolder))
                .toList();
        if (found.isEmpty()) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            NO_SCHEMA_FILES,
                            "`" + schema.value() + "` holds no `.flash` and no `.prisma` file")
                    .next("flash init")
                    .build();
        }
        return found;
    }

    /** The schema files below a folder, in order of their paths. */
    public static List<Path> schemaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Project::isSchemaFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<SourceFile> readSchema() {
        return schemaFiles().stream()
                .map(file -> TextFiles.read(file, workingDirectory))
                .toList();
    }

    /**
     * The database to work on.
     *
     * @throws FailureException when nobody says which, or the variable that does isn't set
     */
    public Setting databaseUrl(Schema linked) {
        if (url.isPresent()) {
            return url.get();
        }
        Optional<Datasource> datasource = linked.datasource();
        if (datasource.isEmpty()) {
            throw FailureException.of(FailureException.Kind.USAGE, NO_DATASOURCE, "the schema has no datasource block")
                    .help("add `datasource db { provider = \"sqlite\"  url = \"file:dev.db\" }`")
                    .build();
        }
        Optional<ConfigValue> value = datasource.get().url();
        return value.isPresent()
                ? setting(value.get()).orElseThrow(() -> notSet(variableOf(value.get()), datasource.get(), value))
                : variable("DATABASE_URL").orElseThrow(() -> notSet("DATABASE_URL", datasource.get(), value));
    }

    /** The database to try migrations out in, where the schema names one and its variable is set. */
    public Optional<Setting> shadowDatabaseUrl(Schema linked) {
        return linked.datasource().flatMap(Datasource::shadowDatabaseUrl).flatMap(this::setting);
    }

    private Optional<Setting> setting(ConfigValue value) {
        return value instanceof ConfigValue.Literal literal
                ? Optional.of(new Setting("url", literal.value(), literal.span().toString()))
                : variable(variableOf(value));
    }

    private static String variableOf(ConfigValue value) {
        return value instanceof ConfigValue.Environment named ? named.variable() : "DATABASE_URL";
    }

    private Optional<Setting> variable(String name) {
        return variables.get(name).map(setting -> new Setting("url", setting.value(), setting.origin()));
    }

    private static FailureException notSet(String variable, Datasource datasource, Optional<ConfigValue> value) {
        return FailureException.of(
                        FailureException.Kind.USAGE,
                        VARIABLE_NOT_SET,
                        "the environment variable `" + variable + "` is not set, so there is no database to connect to")
                .at(value.map(ConfigValue::span).orElse(datasource.span()))
                .help("set it, or write `" + variable + "=…` into a `.env` file beside the schema")
                .help("or give the database with `--url`")
                .build();
    }

    private static boolean isSchemaFile(Path file) {
        String name = file.toString();
        return (name.endsWith(".flash") || name.endsWith(".prisma")) && Files.isRegularFile(file);
    }
}
