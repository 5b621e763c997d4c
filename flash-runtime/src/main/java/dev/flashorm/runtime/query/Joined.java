package dev.flashorm.runtime.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation to one record that is read by the statement of the records themselves, by a `LEFT JOIN`. Made for one run
 * of the statement, of which it collects the values.
 *
 * @param <M> the record that has the relation
 * @param <V> what is read for each
 */
interface Joined<M, V extends @Nullable Object> {
    void shape(Shape shape);

    /**
     * Appends the columns to the statement, and the join to what follows its table.
     *
     * @param alias of the record's table
     */
    void write(SqlText sql, String alias, StringBuilder joins);

    /** How many columns there are. */
    int width();

    /** Reads what belongs to the next record. */
    void read(ResultSet rows, int at) throws SQLException;

    /** What belongs to the records, in their order. */
    List<V> values(Scope scope);
}
