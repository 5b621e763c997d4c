package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.runtime.query.type.StringType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON value: {@code Users.DATA.at("address", "city")}. Immutable. A row without such a part satisfies no
 * condition on it. What is missing differs from JSON's null, which is a value: {@code eq(Json.NULL)}.
 *
 * @param <M> the record of the rows
 */
public final class JsonPath<M> {
    private static final SqlType<String> TEXT = new StringType();
    private static final SqlType<Double> NUMBER = new DoubleType();

    private final JsonColumn<M> column;
    private final List<Object> steps;
    private final String text;
    private final String array;

    /**
     * @param steps names of members and numbers of elements
     * @param text as SQL/JSON writes paths: {@code $."a"[0]}
     * @param array the steps as PostgreSQL writes the elements of an array
     */
    private JsonPath(JsonColumn<M> column, List<Object> steps, String text, String array) {
        this.column = column;
        this.steps = steps;
        this.text = text;
        this.array = array;
    }

    static <M> JsonPath<M> root(JsonColumn<M> column) {
        return new JsonPath<>(column, List.of(), "$", "");
    }

    /** The member of an object, and a member of that, and so on. */
    public JsonPath<M> at(String... keys) {
        StringBuilder path = new StringBuilder(text);
        StringBuilder elements = new StringBuilder(array);
        for (String key : keys) {
            path.append('.').append(Json.of(key).text());
            String quoted = key.replace("\\", "\\\\").replace("\"", "\\\"");
            elements.append(elements.isEmpty() ? "\"" : ",\"").append(quoted).append('"');
        }
        return new JsonPath<>(column, and(List.of(keys)), path.toString(), elements.toString());
    }

    /**
     * The element of an array, counted from 0.
     *
     * @throws IllegalArgumentException for a number below 0
     */
    public JsonPath<M> at(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("Elements are counted from 0, but were given " + index);
        }
        return new JsonPath<>(
                column, and(List.of(index)), text + '[' + index + ']', array + (array.isEmpty() ? "" : ",") + index);
    }

    private List<Object> and(List<?> more) {
        List<Object> all = new ArrayList<>(steps);
        all.addAll(more);
        return all;
    }

    /** There is such a part, be it JSON's null. */
    public Condition<M> exists() {
        return new JsonCondition<>(this, Fragment.JSON_PATH_EXISTS, null);
    }

    /** The part is an object with this member. */
    public Condition<M> hasKey(String key) {
        return at(key).exists();
    }

    /** The same JSON value, however it is written. */
    public Condition<M> eq(Json value) {
        return compare(Fragment.JSON_PATH_EQ, value);
    }

    /** Another JSON value. */
    public Condition<M> ne(Json value) {
        return compare(Fragment.JSON_PATH_NE, value);
    }

    /**
     * Contains this value: an object each of its members, an array each of its elements, or the element that it is.
     *
     * @throws UnsupportedOperationException on SQLite, when it is read
     */
    public Condition<M> contains(Json value) {
        return compare(Fragment.JSON_CONTAINS, value);
    }

    public Condition<M> hasKeyIfPresent(@Nullable String key) {
        return key == null ? Condition.absent() : hasKey(key);
    }

    public Condition<M> eqIfPresent(@Nullable Json value) {
        return value == null ? Condition.absent() : eq(value);
    }

    public Condition<M> neIfPresent(@Nullable Json value) {
        return value == null ? Condition.absent() : ne(value);
    }

    public Condition<M> containsIfPresent(@Nullable Json value) {
        return value == null ? Condition.absent() : contains(value);
    }

    /** The string here, to compare, select or sort by; null if there is something else. */
    public JsonText<M> text() {
        return new JsonText<>(this, TEXT);
    }

    /** The number here as a double, to compare, select or sort by; null if there is something else. */
    public ComputedValue<M, Double> number() {
        return new JsonValue<>(this, Fragment.JSON_NUMBER, NUMBER);
    }

    private Condition<M> compare(Fragment operator, Json value) {
        return new JsonCondition<>(this, operator, column.required(value, operator));
    }

    /** The column whose values have the part. */
    public JsonColumn<M> column() {
        return column;
    }

    /** The way to it: a {@code String} for the member of an object, an {@code Integer} for the element of an array. */
    public List<Object> steps() {
        return Collections.unmodifiableList(steps);
    }

    int code(Fragment operator) {
        return column.code(operator);
    }

    String in(SqlText sql, Fragment operator, String alias) {
        // The path goes first: a column may be called like it.
        return Dialect.fill(sql.dialect().fragment(operator).replace(Dialect.PATH, "?"), column.in(alias));
    }

    /** Sets the path wherever the operator has it; gives the index after the last. */
    int bind(PreparedStatement statement, int index, Fragment operator, Dialect dialect) throws SQLException {
        int next = index;
        String value = dialect.hasArrays() ? '{' + array + '}' : text;
        for (int left = dialect.count(operator, Dialect.PATH); left > 0; left--) {
            statement.setString(next++, value);
        }
        return next;
    }

    @Override
    public String toString() {
        return column + " " + text;
    }
}
