package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * {@code String}. Comparisons follow the column's collation, as do {@code contains} and its like, except on SQLite,
 * where they tell upper from lower case; the forms {@code …IgnoreCase} never do.
 */
public final class StringColumn<M> extends OrderedColumn<M, String> {
    StringColumn(Table<M> table, int ordinal, String name, String sql, ColumnType<String> type) {
        super(table, ordinal, name, sql, type);
    }

    /** SQL's {@code LIKE} with a pattern: {@code %} for any text, {@code _} for a character, {@code !} before either. */
    public Condition<M> like(String pattern) {
        return compare(Fragment.LIKE, pattern);
    }

    public Condition<M> contains(String part) {
        return pattern(Fragment.CONTAINS, true, part, true);
    }

    public Condition<M> startsWith(String part) {
        return pattern(Fragment.STARTS_WITH, false, part, true);
    }

    public Condition<M> endsWith(String part) {
        return pattern(Fragment.ENDS_WITH, true, part, false);
    }

    public Condition<M> containsIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : contains(part);
    }

    public Condition<M> startsWithIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : startsWith(part);
    }

    public Condition<M> endsWithIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : endsWith(part);
    }

    public Condition<M> eqIgnoreCase(String value) {
        return compare(Fragment.EQ_IGNORE_CASE, value);
    }

    public Condition<M> containsIgnoreCase(String part) {
        return pattern(Fragment.LIKE_IGNORE_CASE, true, part, true);
    }

    public Condition<M> startsWithIgnoreCase(String part) {
        return pattern(Fragment.LIKE_IGNORE_CASE, false, part, true);
    }

    public Condition<M> endsWithIgnoreCase(String part) {
        return pattern(Fragment.LIKE_IGNORE_CASE, true, part, false);
    }

    public Condition<M> likeIfPresent(@Nullable String pattern) {
        return compareIfPresent(Fragment.LIKE, pattern);
    }

    public Condition<M> eqIgnoreCaseIfPresent(@Nullable String value) {
        return compareIfPresent(Fragment.EQ_IGNORE_CASE, value);
    }

    public Condition<M> containsIgnoreCaseIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : containsIgnoreCase(part);
    }

    public Condition<M> startsWithIgnoreCaseIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : startsWithIgnoreCase(part);
    }

    public Condition<M> endsWithIgnoreCaseIfPresent(@Nullable String part) {
        return part == null ? Condition.absent() : endsWithIgnoreCase(part);
    }

    private Condition<M> pattern(Fragment operator, boolean before, String part, boolean after) {
        return new PatternCondition<>(this, operator, before, required(part, operator), after);
    }
}
