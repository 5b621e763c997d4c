package dev.flashorm.runtime.query;

import dev.flashorm.runtime.connection.CopiedRows;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a draft can give.
 *
 * @param sql its quoted name
 * @param arrayType the type of an array of its values; null where arrays cannot stand for it
 */
record DraftColumn<D, T>(String sql, @Nullable String arrayType, SqlType<T> type, Function<D, @Nullable T> value) {
    void bindAll(PreparedStatement statement, int index, List<D> drafts) throws SQLException {
        List<@Nullable T> values = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            values.add(value.apply(draft));
        }
        type.bindAll(statement, index, values);
    }

    /** The draft's value in a row that is copied. */
    void copy(D draft, CopiedRows.Sink row) throws SQLException {
        T given = value.apply(draft);
        row.value(given == null ? null : type.text(given));
    }
}
