package dev.flashorm.codegen.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names, values and comments as TypeScript writes them. */
final class Literals {
    private static final int WIDTH = 240;

    private Literals() {}

    static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && (Character.isUnicodeIdentifierStart(name.charAt(0)) || name.charAt(0) == '_')
                && name.chars()
                        .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** A member of an interface. */
    static String member(String name) {
        return isIdentifier(name) ? name : string(name);
    }

    /** A member of an object: one that is called {@code __proto__} would not be a member. */
    static String key(String name) {
        return name.equals("__proto__") ? "['__proto__']" : member(name);
    }

    static String string(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> {
                    // Others that end a line or cannot be seen.
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || c == '\u007f') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('\'').toString();
    }

    /** A union of texts: {@code 'id' | 'email'}; {@code never} of none. */
    static String union(List<String> texts) {
        return texts.isEmpty()
                ? "never"
                : String.join(
                        " | ", texts.stream().distinct().map(Literals::string).toList());
    }

    /** The schema's own words before what they are about, and nothing if there are none. */
    static String comment(Optional<String> documentation, String indent) {
        if (documentation.isEmpty()) {
            return "";
        }
        List<String> lines = documentation
                .get()
                .replace("*/", "*\\/")
                .strip()
                .lines()
                .map(String::stripTrailing)
                .toList();
        if (lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        StringBuilder text = new StringBuilder(indent + "/**\n");
        for (String line : lines) {
            text.append(indent)
                    .append(" *")
                    .append(line.isEmpty() ? "" : " ")
                    .append(line)
                    .append('\n');
        }
        return text.append(indent).append(" */\n").toString();
    }

    /** A tree of maps, lists, texts, numbers and booleans, in a line that is indented so. */
    static String value(Object value, String indent) {
        String line = line(value);
        if (indent.length() + line.length() <= WIDTH) {
            return line;
        }
        String inner = indent + "  ";
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, member) -> parts.add(inner + key(name.toString()) + ": " + value(member, inner) + ",\n"));
            return "{\n" + String.join("", parts) + indent + "}";
        }
        if (value instanceof List<?> list) {
            list.forEach(item -> parts.add(inner + value(item, inner) + ",\n"));
            return "[\n" + String.join("", parts) + indent + "]";
        }
        return line;
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((name, member) -> parts.add(key(name.toString()) + ": " + line(member)));
            return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(Literals::line).toList()) + "]";
        }
        return value instanceof String text ? string(text) : String.valueOf(value);
    }
}
