package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.json.JsonReader;
import dev.flashorm.runtime.query.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: its text, and on demand what it says. Two are equal when they say the same, whatever the spaces and
 * the order of members: databases give back neither as they were written.
 */
public final class Json {
    /** The JSON value {@code null}, which is not SQL NULL. */
    public static final Json NULL = new Json("null");

    private final String text;
    private @Nullable Object value;
    private volatile boolean parsed;

    private Json(String text) {
        this.text = text;
    }

    /**
     * A value from its text.
     *
     * @throws IllegalArgumentException if the text is not JSON; the message names the place
     */
    public static Json parse(String text) {
        Json json = new Json(text);
        json.value();
        return json;
    }

    /** A value from text that is known to be JSON; what is wrong with it shows when it is read or stored. */
    public static Json ofText(String text) {
        return new Json(text);
    }

    /**
     * A value from maps with string keys, iterables, strings, numbers, booleans, null and other {@code Json}.
     *
     * @throws IllegalArgumentException for any other class, and for numbers that JSON lacks (NaN, infinity)
     */
    public static Json of(@Nullable Object value) {
        return value instanceof Json json ? json : new Json(JsonWriter.write(value));
    }

    /** As it was written, or as the database keeps it. */
    public String text() {
        return text;
    }

    /**
     * An unmodifiable {@code Map<String, Object>} or {@code List<Object>}, or a {@code String}, {@code BigDecimal},
     * {@code Boolean} or null.
     */
    public @Nullable Object value() {
        if (!parsed) {
            value = JsonReader.read(text);
            parsed = true;
        }
        return value;
    }

    /** A member of an object; null if there is none or this is no object. */
    public @Nullable Json get(String member) {
        return value() instanceof Map<?, ?> object && object.containsKey(member) ? of(object.get(member)) : null;
    }

    /** An element of an array, counted from 0; null if there is none or this is no array. */
    public @Nullable Json get(int index) {
        return value() instanceof List<?> array && index >= 0 && index < array.size() ? of(array.get(index)) : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json json && (text.equals(json.text) || Objects.equals(value(), json.value()));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value());
    }

    @Override
    public String toString() {
        return text;
    }
}
