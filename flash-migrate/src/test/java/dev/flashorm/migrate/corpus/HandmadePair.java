package dev.flashorm.migrate.corpus;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two databases as SQL, from a file of such pairs:
 *
 * <pre>
 * -- pair: a column moves to another table
 * CREATE …
 * -- becomes
 * CREATE …
 * -- rename column: table.old = new      (also: table, enum, value)
 * -- holds: SELECT count(*) = 2 FROM …   (what must be true of the rows after the way up)
 * </pre>
 */
record HandmadePair(String name, String before, String after, List<String> renames, List<String> holds) {
    private static final String HEAD = "-- pair: ";

    /** @param file under `pairs/` of the test resources */
    static List<HandmadePair> read(String file) throws IOException {
        try (InputStream in = HandmadePair.class.getResourceAsStream("/pairs/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^" + HEAD, -1))
                    .skip(1)
                    .map(HandmadePair::parse)
                    .toList();
        }
    }

    private static HandmadePair parse(String text) {
        List<String> lines = text.lines().toList();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        List<String> renames = new ArrayList<>();
        List<String> holds = new ArrayList<>();
        StringBuilder now = before;
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("-- becomes")) {
                now = after;
            } else if (line.startsWith("-- rename ")) {
                renames.add(line.substring("-- rename ".length()));
            } else if (line.startsWith("-- holds: ")) {
                holds.add(line.substring("-- holds: ".length()));
            } else {
                now.append(line).append('\n');
            }
        }
        return new HandmadePair(lines.get(0), before.toString(), after.toString(), renames, holds);
    }

    /** The renames that the pair says, in names of these databases. */
    Renames renames(DatabaseSchema old, DatabaseSchema now) {
        Map<ObjectName, ObjectName> tables = new HashMap<>();
        Map<ObjectName, ObjectName> enums = new HashMap<>();
        Map<Renames.Member, String> columns = new HashMap<>();
        Map<Renames.Member, String> values = new HashMap<>();
        for (String rename : renames) {
            String[] words = rename.split(": | = ", 3);
            String owner = words[1].substring(0, Math.max(0, words[1].indexOf('.')));
            String member = words[1].substring(words[1].indexOf('.') + 1);
            switch (words[0]) {
                case "table" -> tables.put(table(old, words[1]), table(now, words[2]));
                case "enum" -> enums.put(enumType(old, words[1]), enumType(now, words[2]));
                case "column" -> columns.put(new Renames.Member(table(now, owner), member), words[2]);
                case "value" -> values.put(new Renames.Member(enumType(now, owner), member), words[2]);
                default -> throw new IllegalArgumentException(rename);
            }
        }
        return new Renames(tables, enums, columns, values, Map.of());
    }

    private static ObjectName table(DatabaseSchema schema, String name) {
        return schema.tables().stream()
                .map(table -> table.name())
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    private static ObjectName enumType(DatabaseSchema schema, String name) {
        return schema.enums().stream()
                .map(type -> type.name())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no enum " + name));
    }
}
