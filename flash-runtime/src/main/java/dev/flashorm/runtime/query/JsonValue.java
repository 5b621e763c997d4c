package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The string or number at a place in a JSON value. */
class JsonValue<M, T> extends ComputedValue<M, T> {
    private static final int PART = -7_000;

    private final JsonPath<M> path;
    private final Fragment kind;

    JsonValue(JsonPath<M> path, Fragment kind, SqlType<T> type) {
        super(type);
        this.path = path;
        this.kind = kind;
    }

    @Override
    void shape(Shape shape) {
        shape.add(PART);
        shape.add(path.code(kind));
    }

    @Override
    public final <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.json(path, kind);
    }

    final JsonPath<M> path() {
        return path;
    }

    @Override
    final <R extends @Nullable Object> R compared(ConditionVisitor<R> visitor, Fragment operator, T value) {
        return visitor.jsonValue(path, kind, operator, value);
    }

    @Override
    String in(SqlText text, String alias) {
        return path.in(text, kind, alias);
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return path.bind(statement, index, kind, dialect);
    }

    /** There may be something else there, or nothing. */
    @Override
    boolean isNullable() {
        return true;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
