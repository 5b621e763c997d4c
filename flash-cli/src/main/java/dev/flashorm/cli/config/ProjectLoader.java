package dev.flashorm.cli.config;

import dev.flashorm.cli.host.Host;
import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Suggestions;
import dev.flashorm.migrate.lint.LintLevels;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a command works on: flags, then environment, then `.env`, then `flash.toml`, then defaults. Files are
 * looked for from the working directory upwards to the root of its repository.
 */
public final class ProjectLoader {
    private static final String NO_SCHEMA = "F6026";
    private static final String NO_SUCH_ENVIRONMENT = "F6030";
    private static final List<String> SCHEMA_NAMES = List.of("schema.flash", "schema.prisma", "prisma/schema.prisma");
    private static final List<String> REPOSITORY_MARKS = List.of(".git", ".hg", ".svn", ".jj");

    private final Host host;
    private final Arguments arguments;
    private final Path here;
    private final List<Path> upwards;
    private final boolean mayBeNew;

    private ProjectLoader(Host host, Arguments arguments, boolean mayBeNew) {
        this.mayBeNew = mayBeNew;
        this.host = host;
        this.arguments = arguments;
        here = host.workingDirectory();
        upwards = upwards(here);
    }

    /** @throws FailureException when there is no schema, or the configuration can't be read */
    public static Project load(Host host, Arguments arguments) {
        return new ProjectLoader(host, arguments, false).load();
    }

    /**
     * The same for a command that writes the schema: without one, it is to be `schema.flash` here.
     *
     * @throws FailureException when the configuration can't be read
     */
    public static Project loadOrNew(Host host, Arguments arguments) {
        return new ProjectLoader(host, arguments, true).load();
    }

    private Project load() {
        Optional<ConfigFile> config = configFile();
        Path base = config.map(ConfigFile::folder).orElse(here);
        Map<String, Setting> dotEnv = new LinkedHashMap<>();
        readDotEnv(base, dotEnv);
        Setting schema = schema(config, new Variables(host.environment(), dotEnv));
        Path schemaPath = here.resolve(schema.value());
        Path schemaFolder = Files.isDirectory(schemaPath) ? schemaPath : parentOf(schemaPath);
        readDotEnv(schemaFolder, dotEnv);
        if (schemaFolder.endsWith("prisma")) {
            readDotEnv(parentOf(schemaFolder), dotEnv);
        }
        Variables variables = new Variables(host.environment(), dotEnv);
        Setting migrations = variables
                .get("FLASH_MIGRATIONS")
                .map(setting -> new Setting("migrations", setting.value(), setting.origin()))
                .or(() -> config.flatMap(file -> file.migrations().map(setting -> relocated(setting, file.folder()))))
                .orElse(new Setting(
                        "migrations", TextFiles.display(schemaFolder.resolve("migrations"), here), Setting.DEFAULT));
        return new Project(
                here,
                config.map(ConfigFile::path),
                schema,
                migrations,
                url(config, variables),
                config.map(ConfigFile::lints).orElse(LintLevels.defaults()),
                variables);
    }

    private Optional<ConfigFile> configFile() {
        Optional<String> given = arguments.value(GlobalParameters.CONFIG);
        if (given.isPresent()) {
            return Optional.of(ConfigFile.read(here.resolve(given.get()), here));
        }
        for (Path folder : upwards) {
            Path candidate = folder.resolve(ConfigFile.NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(ConfigFile.read(candidate, here));
            }
        }
        return Optional.empty();
    }

    private Setting schema(Optional<ConfigFile> config, Variables variables) {
        Optional<Setting> said = flag("schema", GlobalParameters.SCHEMA)
                .or(() -> variables
                        .get("FLASH_SCHEMA")
                        .map(setting -> new Setting("schema", setting.value(), setting.origin())))
                .or(() -> config.flatMap(file -> file.schema().map(setting -> relocated(setting, file.folder()))));
        if (said.isPresent()) {
            if (!mayBeNew && !Files.exists(here.resolve(said.get().value()))) {
                throw FailureException.of(
                                FailureException.Kind.USAGE,
                                NO_SCHEMA,
                                "there is no schema at `" + said.get().value() + "`")
                        .note("it is named by " + said.get().origin())
                        .next("flash init")
                        .build();
            }
            return said.get();
        }
        for (Path folder : upwards) {
            for (String name : SCHEMA_NAMES) {
                Path candidate = folder.resolve(name);
                if (Files.isRegularFile(candidate)) {
                    return new Setting("schema", TextFiles.display(candidate, here), Setting.DEFAULT);
                }
            }
        }
        if (mayBeNew) {
            return new Setting("schema", SCHEMA_NAMES.get(0), Setting.DEFAULT);
        }
        throw FailureException.of(FailureException.Kind.USAGE, NO_SCHEMA, "there is no schema here")
                .note("looked for " + String.join(", ", SCHEMA_NAMES) + " in "
                        + (upwards.size() == 1
                                ? "`" + here + "`"
                                : "`" + here + "` and upwards to `" + upwards.get(upwards.size() - 1) + "`"))
                .help("name it with `--schema`, or write a first one")
                .next("flash init")
                .build();
    }

    private Optional<Setting> url(Optional<ConfigFile> config, Variables variables) {
        Optional<Setting> given = flag("url", GlobalParameters.URL);
        if (given.isPresent()) {
            return given;
        }
        Optional<String> environment = arguments
                .value(GlobalParameters.ENV)
                .or(() -> variables.get("FLASH_ENV").map(Setting::value));
        if (environment.isPresent()) {
            String name = environment.get();
            Map<String, Setting> known = config.map(ConfigFile::environments).orElse(Map.of());
            Setting url = known.get(name);
            if (url == null) {
                throw noSuchEnvironment(name, known);
            }
            return Optional.of(new Setting("url", expand(url, variables), url.origin()));
        }
        return variables.get("FLASH_URL").map(setting -> new Setting("url", setting.value(), setting.origin()));
    }

    private static FailureException noSuchEnvironment(String name, Map<String, Setting> known) {
        FailureException.Builder failure = FailureException.of(
                FailureException.Kind.USAGE, NO_SUCH_ENVIRONMENT, "flash.toml has no environment `" + name + "`");
        List<String> near = Suggestions.nearest(name, known.keySet());
        if (!near.isEmpty()) {
            failure.help("did you mean `" + near.get(0) + "`?");
        } else {
            failure.help("add `[environments." + name + "]` with a `url` to flash.toml");
        }
        return failure.build();
    }

    /** `${NAME}` in a value of the file. */
    private static String expand(Setting setting, Variables variables) {
        String text = setting.value();
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            String name = text.substring(start + 2, end);
            String value = variables
                    .get(name)
                    .map(Setting::value)
                    .orElseThrow(() -> FailureException.of(
                                    FailureException.Kind.USAGE,
                                    "F6029",
                                    "the environment variable `" + name + "` is not set")
                            .note("it is named at " + setting.origin())
                            .build());
            expanded.append(text, at, start).append(value);
            at = end + 1;
        }
        return expanded.append(text, at, text.length()).toString();
    }

    private Optional<Setting> flag(String key, Parameter.Option option) {
        return arguments.value(option).map(value -> new Setting(key, value, option.name()));
    }

    private Setting relocated(Setting setting, Path folder) {
        return new Setting(setting.key(), TextFiles.display(folder.resolve(setting.value()), here), setting.origin());
    }

    private void readDotEnv(Path folder, Map<String, Setting> settings) {
        Path path = folder.resolve(".env");
        if (!Files.isRegularFile(path)) {
            return;
        }
        SourceFile file = TextFiles.read(path, here);
        DotEnv.parse(file, this::outer)
                .forEach((name, entry) ->
                        settings.putIfAbsent(name, new Setting(name, entry.value(), file.path() + ":" + entry.line())));
    }

    private @Nullable String outer(String name) {
        return host.environment().get(name);
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** From here to the repository's root; only here, outside of any. */
    private static List<Path> upwards(Path here) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            folders.add(folder);
            for (String mark : REPOSITORY_MARKS) {
                if (Files.exists(folder.resolve(mark))) {
                    return folders;
                }
            }
        }
        return List.of(here);
    }
}
