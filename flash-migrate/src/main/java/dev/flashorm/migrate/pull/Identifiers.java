package dev.flashorm.migrate.pull;

import dev.flashorm.schema.validate.ReservedNames;
import java.util.HashSet;
import java.util.Set;

/** Names of the language for names of a database: unique in their scope, and as near as the grammar allows. */
final class Identifiers {
    /** The language allows these as names, but a reader would take them for something else. */
    private static final Set<String> MISLEADING = Set.of(
            "String",
            "Boolean",
            "Int",
            "BigInt",
            "Float",
            "Decimal",
            "DateTime",
            "Json",
            "Bytes",
            "async",
            "await",
            "using");

    private final Set<String> taken = new HashSet<>();

    /** A name for a model or an enum. */
    String block(String databaseName) {
        String name = sanitized(databaseName);
        return unique(ReservedNames.isReserved(name) || MISLEADING.contains(name) ? "Renamed" + name : name);
    }

    /** A name for a field or an enum's value. */
    String member(String databaseName) {
        return unique(databaseName.isEmpty() ? "EMPTY_ENUM_VALUE" : sanitized(databaseName));
    }

    /** A name that is given already. */
    void take(String name) {
        taken.add(name);
    }

    boolean isTaken(String name) {
        return taken.contains(name);
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** Leading characters that no name may begin with fall, others become underscores. */
    static String sanitized(String text) {
        int start = 0;
        while (start < text.length() && !isLetter(text.charAt(start))) {
            start++;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(isLetter(c) || (c >= '0' && c <= '9') || c == '_' ? c : '_');
        }
        if (out.isEmpty()) {
            out.append('x');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(c >= '0' && c <= '9' ? c : '_');
            }
        }
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
