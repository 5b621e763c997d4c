package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that can also be the element of an array. Arrays travel as their text: what the driver would make of some
 * elements (dates by the zone of the JVM, for one) loses information.
 */
final class PostgresqlType<T> extends SqlType<T> {
    private final SqlType<T> single;
    private final Function<T, String> format;
    private final Function<String, T> parse;

    PostgresqlType(SqlType<T> single, Function<T, String> format, Function<String, T> parse) {
        super(single);
        this.single = single;
        this.format = format;
        this.parse = parse;
    }

    @Override
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        return single.read(rows, index);
    }

    @Override
    public void set(PreparedStatement statement, int index, T value) throws SQLException {
        single.set(statement, index, value);
    }

    @Override
    public void bindAll(PreparedStatement statement, int index, Collection<? extends @Nullable T> values)
            throws SQLException {
        statement.setObject(index, ArrayText.write(values, format), Types.OTHER);
    }

    @Override
    public String text(T value) {
        return format.apply(value);
    }

    ArrayType<T> array() {
        return new ArrayType<>(format, parse);
    }
}
