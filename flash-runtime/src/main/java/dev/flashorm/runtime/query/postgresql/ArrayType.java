package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;

/** An array column, as a list; NULL is a list without elements, as in the schema language. */
final class ArrayType<E> extends SqlType<List<E>> {
    private final Function<E, String> format;
    private final Function<String, E> parse;

    ArrayType(Function<E, String> format, Function<String, E> parse) {
        super(Types.OTHER);
        this.format = format;
        this.parse = parse;
    }

    @Override
    public List<E> read(ResultSet rows, int index) throws SQLException {
        String text = rows.getString(index);
        return text == null ? List.of() : ArrayText.parse(text, parse);
    }

    @Override
    public void set(PreparedStatement statement, int index, List<E> value) throws SQLException {
        statement.setObject(index, text(value), Types.OTHER);
    }

    @Override
    public String text(List<E> value) {
        for (E element : value) {
            if (element == null) {
                throw new IllegalArgumentException("A list column keeps no null elements.");
            }
        }
        return ArrayText.write(value, format);
    }
}
