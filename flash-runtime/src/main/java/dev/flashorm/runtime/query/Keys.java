package dev.flashorm.runtime.query;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of key columns in one object that can be looked up in a map. */
final class Keys {
    private Keys() {}

    /** The key of a record; null if one of its columns is. */
    static <M> @Nullable Object of(M record, List<? extends Column<M, ?>> columns) {
        if (columns.size() == 1) {
            return comparable(columns.get(0).get(record));
        }
        List<Object> values = new ArrayList<>(columns.size());
        for (Column<M, ?> column : columns) {
            Object value = comparable(column.get(record));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    /** Sets a parameter to one value of a key. */
    @SuppressWarnings("unchecked")
    static <T> void bind(PreparedStatement statement, int index, Column<?, T> column, Object key, int part)
            throws SQLException {
        column.type().set(statement, index, (T) part(key, part));
    }

    /** Sets one parameter to the values of a key column, where the database has arrays. */
    static <T> void bindAll(PreparedStatement statement, int index, Column<?, T> column, List<Object> keys, int part)
            throws SQLException {
        column.type().bindAll(statement, index, new AbstractList<T>() {
            @Override
            @SuppressWarnings("unchecked")
            public T get(int at) {
                return (T) part(keys.get(at), part);
            }

            @Override
            public int size() {
                return keys.size();
            }
        });
    }

    /** The buffers are those of {@link #comparable}, which wrap a whole array. */
    @SuppressWarnings("ByteBufferBackingArray")
    static Object part(Object key, int part) {
        Object value = key instanceof List<?> parts ? parts.get(part) : key;
        return value instanceof ByteBuffer bytes ? bytes.array() : value;
    }
}
