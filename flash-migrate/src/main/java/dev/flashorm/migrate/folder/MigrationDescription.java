package dev.flashorm.migrate.folder;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** `migration.toml`, read and written. */
record MigrationDescription(
        String id,
        String name,
        String provider,
        List<String> parents,
        String stateHash,
        List<String> losses,
        List<String> downLosses,
        List<String> replaces,
        Map<String, String> renames,
        Span parentsSpan) {
    private static final Set<String> KEYS =
            Set.of("id", "name", "provider", "parents", "state", "losses", "down_losses", "replaces", "renames");

    /** @throws FailureException F5410 with the place, when it is not what {@link #text} writes */
    static MigrationDescription parse(SourceFile file) {
        TomlParseResult toml = Toml.parse(file.text());
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw malformed(span(file, error.position()), String.valueOf(error.getMessage()));
        }
        for (String key : toml.keySet()) {
            if (!KEYS.contains(key)) {
                throw malformed(span(file, toml.inputPositionOf(List.of(key))), "unknown key `" + key + "`");
            }
        }
        return new MigrationDescription(
                string(file, toml, "id"),
                string(file, toml, "name"),
                string(file, toml, "provider"),
                strings(file, toml, "parents"),
                string(file, toml, "state"),
                toml.contains("losses") ? strings(file, toml, "losses") : List.of(),
                toml.contains("down_losses") ? strings(file, toml, "down_losses") : List.of(),
                toml.contains("replaces") ? strings(file, toml, "replaces") : List.of(),
                toml.contains("renames") ? table(file, toml, "renames") : Map.of(),
                span(file, toml.inputPositionOf(List.of("parents"))));
    }

    /** The text of a new file; keys in one order, so that equal migrations have equal bytes. */
    static String text(String id, List<String> parents, MigrationDraft draft) {
        StringBuilder out = new StringBuilder(400);
        out.append("# Written by Flash. `parents` decides the order, not the folder's name.\n");
        out.append("id = ").append(quote(id)).append('\n');
        out.append("name = ").append(quote(draft.name())).append('\n');
        out.append("provider = ").append(quote(draft.provider())).append('\n');
        out.append("parents = ").append(quote(parents)).append('\n');
        out.append("state = ")
                .append(quote(Migration.stateHash(draft.schema())))
                .append('\n');
        if (!draft.losses().isEmpty()) {
            out.append("losses = ").append(quote(draft.losses())).append('\n');
        }
        if (!draft.downLosses().isEmpty()) {
            out.append("down_losses = ").append(quote(draft.downLosses())).append('\n');
        }
        if (!draft.replaces().isEmpty()) {
            out.append("replaces = ").append(quote(draft.replaces())).append('\n');
        }
        if (!draft.renames().isEmpty()) {
            out.append("\n[renames]\n");
            new TreeMap<>(draft.renames())
                    .forEach((to, from) -> out.append(quote(to))
                            .append(" = ")
                            .append(quote(from))
                            .append('\n'));
        }
        return out.toString();
    }

    private static String string(SourceFile file, TomlParseResult toml, String key) {
        Object value = toml.get(List.of(key));
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw value == null
                ? malformed(file.span(0, 0), "the key `" + key + "` is missing")
                : malformed(span(file, toml.inputPositionOf(List.of(key))), "`" + key + "` must be a string");
    }

    private static List<String> strings(SourceFile file, TomlParseResult toml, String key) {
        Object value = toml.get(List.of(key));
        if (value == null) {
            throw malformed(file.span(0, 0), "the key `" + key + "` is missing");
        }
        if (!(value instanceof TomlArray array)) {
            throw malformed(span(file, toml.inputPositionOf(List.of(key))), "`" + key + "` must be a list of strings");
        }
        List<String> strings = new ArrayList<>();
        for (Object item : array.toList()) {
            if (!(item instanceof String text)) {
                throw malformed(
                        span(file, toml.inputPositionOf(List.of(key))), "`" + key + "` must be a list of strings");
            }
            strings.add(text);
        }
        return strings;
    }

    private static Map<String, String> table(SourceFile file, TomlParseResult toml, String key) {
        if (!(toml.get(List.of(key)) instanceof TomlTable table)) {
            throw malformed(span(file, toml.inputPositionOf(List.of(key))), "`" + key + "` must be a table");
        }
        Map<String, String> entries = new TreeMap<>();
        for (String name : table.keySet()) {
            if (!(table.get(List.of(name)) instanceof String text)) {
                throw malformed(span(file, toml.inputPositionOf(List.of(key))), "`" + key + "` must name strings only");
            }
            entries.put(name, text);
        }
        return entries;
    }

    private static FailureException malformed(Span where, String what) {
        return FailureException.failed("F5410", what + " in `" + where.file().path() + "`")
                .at(where)
                .help("bring the file back from version control")
                .build();
    }

    private static Span span(SourceFile file, @Nullable TomlPosition position) {
        if (position == null) {
            return file.span(0, 0);
        }
        int offset = 0;
        for (int line = 1; line < position.line(); line++) {
            int end = file.text().indexOf('\n', offset);
            if (end < 0) {
                break;
            }
            offset = end + 1;
        }
        int start = Math.min(offset + position.column() - 1, file.text().length());
        return file.span(start, start);
    }

    private static String quote(List<String> texts) {
        StringBuilder out = new StringBuilder("[");
        for (String text : texts) {
            out.append(out.length() == 1 ? "" : ", ").append(quote(text));
        }
        return out.append(']').toString();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
