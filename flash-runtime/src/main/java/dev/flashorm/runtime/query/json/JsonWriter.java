package dev.flashorm.runtime.query.json;

import dev.flashorm.runtime.query.Json;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON (RFC 8259), without spaces. */
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /** @throws IllegalArgumentException for a value that JSON lacks */
    public static String write(@Nullable Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Json) {
            text.append(value);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            string(value.toString());
        } else if (value instanceof BigDecimal decimal) {
            text.append(decimal);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> elements) {
            array(elements);
        } else {
            throw new IllegalArgumentException(
                    "JSON has no form for " + value.getClass().getName() + ".");
        }
    }

    private void number(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("JSON has no form for " + number + ".");
        }
        text.append(number);
    }

    private void object(Map<?, ?> map) {
        char separator = '{';
        for (Map.Entry<?, ?> member : map.entrySet()) {
            text.append(separator);
            separator = ',';
            string(String.valueOf(member.getKey()));
            text.append(':');
            value(member.getValue());
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private void array(Iterable<?> elements) {
        char separator = '[';
        for (Object element : elements) {
            text.append(separator);
            separator = ',';
            value(element);
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
