package dev.flashorm.runtime.query.postgresql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text form of a one-dimensional array: <code>{1,NULL,"a b"}</code> (PostgreSQL manual, 8.15.6). */
final class ArrayText {
    private ArrayText() {}

    static <T> String write(Collection<? extends @Nullable T> values, Function<T, String> format) {
        StringBuilder text = new StringBuilder(values.size() * 8 + 2).append('{');
        for (T value : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (value == null) {
                text.append("NULL");
            } else {
                quote(text, format.apply(value));
            }
        }
        return text.append('}').toString();
    }

    private static void quote(StringBuilder text, String element) {
        if (isPlainNumber(element)) {
            text.append(element);
            return;
        }
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    private static boolean isPlainNumber(String element) {
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if ((c < '0' || c > '9') && c != '-' && c != '.') {
                return false;
            }
        }
        return !element.isEmpty();
    }

    /** SQL NULL inside an array is left out: a list of the schema has no null elements. */
    static <T> List<T> parse(String text, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        int i = text.indexOf('{') + 1;
        StringBuilder element = new StringBuilder();
        while (i > 0 && i < text.length() && text.charAt(i) != '}') {
            element.setLength(0);
            boolean quoted = text.charAt(i) == '"';
            i = quoted ? quoted(text, i + 1, element) : plain(text, i, element);
            String value = element.toString();
            if (quoted || !value.equalsIgnoreCase("NULL")) {
                values.add(parse.apply(value));
            }
            if (i < text.length() && text.charAt(i) == ',') {
                i++;
            }
        }
        return Collections.unmodifiableList(values);
    }

    private static int quoted(String text, int from, StringBuilder element) {
        int i = from;
        while (text.charAt(i) != '"') {
            if (text.charAt(i) == '\\') {
                i++;
            }
            element.append(text.charAt(i++));
        }
        return i + 1;
    }

    private static int plain(String text, int from, StringBuilder element) {
        int i = from;
        while (text.charAt(i) != ',' && text.charAt(i) != '}') {
            element.append(text.charAt(i++));
        }
        return i;
    }
}
