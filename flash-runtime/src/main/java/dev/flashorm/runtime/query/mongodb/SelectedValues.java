package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Expression;
import dev.flashorm.runtime.query.RowMapper;
import dev.flashorm.runtime.query.SelectedRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What was selected of a document or of a group, read already. */
final class SelectedValues implements SelectedRow {
    private final @Nullable Object[] values;

    private SelectedValues(@Nullable Object[] values) {
        this.values = values;
    }

    static <R extends @Nullable Object> R map(RowMapper<R> mapper, @Nullable Object[] values) {
        try {
            return mapper.map(new SelectedValues(values));
        } catch (SQLException e) {
            throw new IllegalStateException("No JDBC is at work here.", e);
        }
    }

    /** The pipeline has made each by the type of its expression. */
    @Override
    @SuppressWarnings("unchecked")
    public <A> @Nullable A value(Expression<?, A> expression, int index) {
        return (A) values[index];
    }
}
