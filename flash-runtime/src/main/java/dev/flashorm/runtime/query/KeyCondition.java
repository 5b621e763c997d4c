package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows with one of many keys, of one column or several. */
final class KeyCondition<M> extends Condition<M> {
    private static final int KEYS = -6;

    private final List<? extends Column<M, ?>> columns;
    private final KeySet keys;

    /** @param keys as {@link Keys#of} makes them, one at least */
    KeyCondition(List<Object> keys, List<? extends Column<M, ?>> columns) {
        this.columns = columns;
        this.keys = new KeySet(keys, columns);
    }

    @Override
    void shape(Shape shape) {
        shape.add(KEYS);
        columns.forEach(column -> shape.add(column.ordinal()));
        keys.shape(shape);
    }

    @Override
    void write(SqlText sql, String alias) {
        keys.write(sql, columns.get(0).in(alias), alias);
    }

    @Override
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        return keys.bind(statement, index, dialect);
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
        if (columns.size() == 1) {
            return among(visitor, columns.get(0));
        }
        List<Condition<M>> any = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<Condition<M>> all = new ArrayList<>();
            for (int part = 0; part < columns.size(); part++) {
                all.add(same(columns.get(part), part, i));
            }
            any.add(Junction.of(true, all));
        }
        return visitor.junction(false, any);
    }

    private <T> Condition<M> same(Column<M, T> column, int part, int index) {
        return column.compare(Fragment.EQ, keys.<T>values(part).get(index));
    }

    private <T, R> R among(ConditionVisitor<R> visitor, Column<M, T> column) {
        return visitor.among(column, Fragment.IN, keys.values(0));
    }
}
