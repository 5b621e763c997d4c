package dev.flashorm.migrate.dialect.postgresql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as the server prints a JSONB value (section 8.14 of the manual): members by the length of their names and then by
 * their bytes, the last of a name only, numbers in full, one blank after a colon and a comma.
 */
final class JsonbText {
    private static final Comparator<String> BY_LENGTH_AND_BYTES = (one, other) -> {
        byte[] left = one.getBytes(StandardCharsets.UTF_8);
        byte[] right = other.getBytes(StandardCharsets.UTF_8);
        return left.length != right.length ? left.length - right.length : Arrays.compareUnsigned(left, right);
    };

    private final String text;
    private int at;

    private JsonbText(String text) {
        this.text = text;
    }

    /** What is no JSON stays as it is: the server will complain. */
    static String canonical(String json) {
        try {
            JsonbText reader = new JsonbText(json);
            String value = reader.value();
            reader.skipBlanks();
            return reader.at == json.length() ? value : json;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return json;
        }
    }

    private String value() {
        skipBlanks();
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> quoted(string());
            default -> word();
        };
    }

    private String object() {
        Map<String, String> members = new TreeMap<>(BY_LENGTH_AND_BYTES);
        entries('}', () -> {
            String name = string();
            skipBlanks();
            expect(':');
            members.put(name, value());
        });
        List<String> parts = new ArrayList<>();
        members.forEach((name, value) -> parts.add(quoted(name) + ": " + value));
        return "{" + String.join(", ", parts) + "}";
    }

    private String array() {
        List<String> items = new ArrayList<>();
        entries(']', () -> items.add(value()));
        return "[" + String.join(", ", items) + "]";
    }

    private void entries(char close, Runnable entry) {
        at++;
        skipBlanks();
        if (text.charAt(at) != close) {
            entry.run();
            skipBlanks();
            while (text.charAt(at) == ',') {
                at++;
                skipBlanks();
                entry.run();
                skipBlanks();
            }
        }
        expect(close);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }

    private String word() {
        int start = at;
        while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true", "false", "null" -> word;
            default -> new BigDecimal(word).toPlainString();
        };
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw new IllegalArgumentException(text);
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
