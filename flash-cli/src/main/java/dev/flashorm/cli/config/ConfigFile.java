package dev.flashorm.cli.config;

import dev.flashorm.cli.usage.Suggestions;
import dev.flashorm.migrate.lint.Lint;
import dev.flashorm.migrate.lint.LintLevels;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * `flash.toml`: paths and environments. Which database and which code is said by the schema file's own blocks.
 *
 * <pre>
 * schema = "db/schema.flash"
 * migrations = "db/migrations"
 *
 * [environments.production]
 * url = "${PRODUCTION_DATABASE_URL}"
 *
 * [lint]
 * rename = "off"
 * </pre>
 *
 * @param path of the file; relative paths in it start from its folder
 * @param environments name to URL
 */
record ConfigFile(
        Path path,
        Optional<Setting> schema,
        Optional<Setting> migrations,
        Map<String, Setting> environments,
        LintLevels lints) {
    static final String NAME = "flash.toml";

    private static final String BAD_TOML = "F6023";
    private static final String UNKNOWN_KEY = "F6024";
    private static final String WRONG_TYPE = "F6025";
    private static final Set<String> KEYS = Set.of("schema", "migrations", "environments", "lint");
    private static final Set<String> ENVIRONMENT_KEYS = Set.of("url");
    private static final Map<String, Lint.Level> LEVELS =
            new TreeMap<>(Map.of("error", Lint.Level.ERROR, "warning", Lint.Level.WARNING, "off", Lint.Level.OFF));

    static ConfigFile read(Path path, Path workingDirectory) {
        SourceFile file = TextFiles.read(path, workingDirectory);
        TomlParseResult toml = Toml.parse(file.text());
        List<TomlParseError> errors = toml.errors();
        if (!errors.isEmpty()) {
            TomlParseError first = errors.get(0);
            throw failure(BAD_TOML, file, first.position(), String.valueOf(first.getMessage()))
                    .build();
        }
        Reader reader = new Reader(file);
        reader.rejectUnknown(toml, "", KEYS);
        Map<String, Setting> environments = new LinkedHashMap<>();
        if (toml.contains("environments")) {
            TomlTable table = reader.table(toml, "environments");
            for (String name : table.keySet()) {
                TomlTable environment = reader.table(table, name);
                reader.rejectUnknown(environment, "environments." + name + ".", ENVIRONMENT_KEYS);
                reader.string(environment, "url").ifPresent(url -> environments.put(name, url));
            }
        }
        return new ConfigFile(
                path,
                reader.string(toml, "schema"),
                reader.string(toml, "migrations"),
                environments,
                toml.contains("lint") ? lints(reader, reader.table(toml, "lint")) : LintLevels.defaults());
    }

    private static LintLevels lints(Reader reader, TomlTable table) {
        Map<String, Lint> known = new TreeMap<>();
        Arrays.stream(Lint.values()).forEach(lint -> known.put(lint.id(), lint));
        reader.rejectUnknown(table, "lint.", known.keySet());
        Map<Lint, Lint.Level> levels = new EnumMap<>(Lint.class);
        known.forEach((id, lint) -> reader.string(table, id).ifPresent(setting -> {
            Lint.Level level = LEVELS.get(setting.value());
            if (level == null) {
                throw failure(WRONG_TYPE, reader.file, Reader.position(table, id), "`" + id + "` has an unknown level")
                        .help("the levels are " + String.join(", ", LEVELS.keySet()))
                        .build();
            }
            levels.put(lint, level);
        }));
        return new LintLevels(levels);
    }

    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static FailureException.Builder failure(
            String code, SourceFile file, TomlPosition position, String message) {
        int offset = 0;
        for (int line = 1; line < position.line() && offset < file.text().length(); line++) {
            int end = file.text().indexOf('\n', offset);
            offset = end < 0 ? file.text().length() : end + 1;
        }
        offset = Math.min(file.text().length(), offset + Math.max(0, position.column() - 1));
        int end = offset;
        while (end < file.text().length()
                && Character.isLetterOrDigit(file.text().charAt(end))) {
            end++;
        }
        return FailureException.of(FailureException.Kind.USAGE, code, message).at(file.span(offset, end));
    }

    /** Reads keys of one file, with the place of each. */
    private record Reader(SourceFile file) {
        Optional<Setting> string(TomlTable table, String key) {
            List<String> path = List.of(key);
            Object value = table.get(path);
            if (value == null) {
                return Optional.empty();
            }
            TomlPosition position = position(table, key);
            if (!(value instanceof String text)) {
                throw failure(WRONG_TYPE, file, position, "`" + key + "` must be a string")
                        .build();
            }
            return Optional.of(new Setting(key, text, file.path() + ":" + position.line() + ":" + position.column()));
        }

        TomlTable table(TomlTable parent, String key) {
            if (parent.get(List.of(key)) instanceof TomlTable table) {
                return table;
            }
            throw failure(WRONG_TYPE, file, position(parent, key), "`" + key + "` must be a table")
                    .build();
        }

        void rejectUnknown(TomlTable table, String prefix, Set<String> known) {
            for (String key : table.keySet()) {
                if (!known.contains(key)) {
                    FailureException.Builder unknown =
                            failure(UNKNOWN_KEY, file, position(table, key), "unknown key `" + prefix + key + "`");
                    List<String> near = Suggestions.nearest(key, known);
                    unknown.help(
                            near.isEmpty()
                                    ? "the keys are "
                                            + String.join(
                                                    ", ",
                                                    known.stream().sorted().toList())
                                    : "did you mean `" + near.get(0) + "`?");
                    throw unknown.build();
                }
            }
        }

        private static TomlPosition position(TomlTable table, String key) {
            TomlPosition position = table.inputPositionOf(List.of(key));
            return position == null ? TomlPosition.positionAt(1, 1) : position;
        }
    }
}
