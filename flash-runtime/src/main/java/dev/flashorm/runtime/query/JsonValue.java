package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
