package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.schema.model.NativeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One spelling for every type: the language's names, the catalog's and the aliases of section 13.9 of the manual. */
public final class TypeNames {
    private static final Set<String> INTEGERS = Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT");

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("INT", "INTEGER"),
            Map.entry("INT4", "INTEGER"),
            Map.entry("INT8", "BIGINT"),
            Map.entry("INT2", "SMALLINT"),
            Map.entry("INT1", "TINYINT"),
            Map.entry("INT3", "MEDIUMINT"),
            Map.entry("MIDDLEINT", "MEDIUMINT"),
            Map.entry("BOOL", "BOOLEAN"),
            Map.entry("NUMERIC", "DECIMAL"),
            Map.entry("DEC", "DECIMAL"),
            Map.entry("FIXED", "DECIMAL"),
            Map.entry("DOUBLE PRECISION", "DOUBLE"),
            Map.entry("REAL", "DOUBLE"),
            Map.entry("CHARACTER", "CHAR"),
            Map.entry("CHARACTER VARYING", "VARCHAR"));

    private TypeNames() {}

    /** `UnsignedBigInt` becomes `BIGINT UNSIGNED`. */
    static ColumnType ofNative(NativeType type) {
        String name = type.name();
        String modifier = "";
        if (name.startsWith("Unsigned")) {
            name = name.substring("Unsigned".length());
            modifier = "UNSIGNED";
        }
        return canonical(name.toUpperCase(Locale.ROOT), type.arguments(), modifier);
    }

    /** Reads a type as a person or `COLUMN_TYPE` writes it: `int(10) unsigned`, `enum('a','b')`. */
    public static ColumnType parse(String text) {
        String source = text.strip();
        int open = source.indexOf('(');
        if (open < 0) {
            int unsigned = source.toUpperCase(Locale.ROOT).indexOf(" UNSIGNED");
            String name = unsigned < 0 ? source : source.substring(0, unsigned);
            String modifier = unsigned < 0 ? "" : source.substring(unsigned).strip();
            return canonical(name.toUpperCase(Locale.ROOT), List.of(), modifier.toUpperCase(Locale.ROOT));
        }
        List<String> arguments = new ArrayList<>();
        int close = arguments(source, open, arguments);
        return canonical(
                source.substring(0, open).strip().toUpperCase(Locale.ROOT),
                arguments,
                source.substring(Math.min(close + 1, source.length())).strip().toUpperCase(Locale.ROOT));
    }

    /** Collects what stands between parentheses, quoted values whole; gives the place of the closing one. */
    private static int arguments(String source, int open, List<String> arguments) {
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        for (int i = open + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ')')) {
                arguments.add(current.toString().strip());
                current.setLength(0);
                if (c == ')') {
                    return i;
                }
                continue;
            }
            current.append(c);
        }
        return source.length();
    }

    /** An integer's display width means nothing (8.0.17 drops it); `TINYINT(1)` is what BOOLEAN is made of. */
    private static ColumnType canonical(String name, List<String> arguments, String modifier) {
        String known = CANONICAL.getOrDefault(name, name);
        if (known.equals("TINYINT") && arguments.equals(List.of("1")) && modifier.isEmpty()) {
            return ColumnType.of("BOOLEAN");
        }
        List<String> kept = arguments;
        if ((INTEGERS.contains(known) && !modifier.contains("ZEROFILL")) || known.equals("YEAR")) {
            kept = List.of();
        } else if (known.equals("DECIMAL") && arguments.isEmpty()) {
            kept = List.of("10", "0");
        } else if (known.equals("DECIMAL") && arguments.size() == 1) {
            kept = List.of(arguments.get(0), "0");
        } else if (arguments.isEmpty() && (known.equals("CHAR") || known.equals("BINARY") || known.equals("BIT"))) {
            kept = List.of("1");
        } else if (arguments.equals(List.of("0"))
                && (known.equals("DATETIME") || known.equals("TIMESTAMP") || known.equals("TIME"))) {
            kept = List.of();
        }
        return new ColumnType(known, kept, modifier, false, Optional.empty());
    }
}
