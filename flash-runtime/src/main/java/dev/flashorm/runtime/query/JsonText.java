package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The string at a place in a JSON value. It tells upper from lower case; which of two strings comes first is up to the
 * database.
 */
public final class JsonText<M> extends JsonValue<M, String> {
    JsonText(JsonPath<M> path, SqlType<String> type) {
        super(path, Fragment.JSON_TEXT, type);
    }

    public Condition<M> contains(String part) {
        return new Pattern<>(this, Fragment.CONTAINS, true, part, true);
    }

    public Condition<M> startsWith(String part) {
        return new Pattern<>(this, Fragment.STARTS_WITH, false, part, true);
    }

    public Condition<M> endsWith(String part) {
        return new Pattern<>(this, Fragment.ENDS_WITH, true, part, false);
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

    private static final class Pattern<M> extends Condition<M> {
        private final JsonText<M> text;
        private final Fragment operator;
        private final boolean before;
        private final String part;
        private final boolean after;

        Pattern(JsonText<M> text, Fragment operator, boolean before, String part, boolean after) {
            this.text = text;
            this.operator = operator;
            this.before = before;
            this.part = part;
            this.after = after;
        }

        @Override
        public <R> R accept(ConditionVisitor<R> visitor) {
            return visitor.jsonPattern(text.path(), before, part, after);
        }

        @Override
        @SuppressWarnings("EnumOrdinal")
        void shape(Shape shape) {
            shape.add(COMPUTED);
            text.shape(shape);
            shape.add(operator.ordinal());
        }

        @Override
        void write(SqlText sql, String alias) {
            sql.fragment(operator, text.in(sql, alias));
        }

        @Override
        int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
            int next = text.bind(statement, index, dialect);
            text.type().set(statement, next, dialect.patterns().pattern(before, part, after));
            return next + 1;
        }
    }
}
