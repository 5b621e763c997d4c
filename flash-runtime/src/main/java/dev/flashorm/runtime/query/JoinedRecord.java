package dev.flashorm.runtime.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The related record itself: `LEFT JOIN users AS t1 ON t1.id = t0.author_id`. */
final class JoinedRecord<M, T> implements Joined<M, @Nullable T> {
    private static final int JOIN = -34;

    private final Link<M, T> link;
    private final Table<T> target;
    private final Column<T, ?> key;
    private final List<@Nullable T> records = new ArrayList<>();

    JoinedRecord(Link<M, T> link) {
        this.link = link;
        this.key = link.remote().get().get(0);
        this.target = key.table();
    }

    @Override
    public void shape(Shape shape) {
        shape.add(JOIN);
        shape.add(link.ordinal());
    }

    @Override
    public void write(SqlText sql, String alias, StringBuilder joins) {
        join(sql, alias, joins);
    }

    /** Gives the alias of the related record's table. */
    String join(SqlText sql, String alias, StringBuilder joins) {
        String related = sql.newAlias();
        sql.append(", ").columns(related, target.columns());
        joins.append(" LEFT JOIN ").append(target.sql()).append(" AS ").append(related);
        String separator = " ON ";
        List<? extends Column<T, ?>> remote = link.remote().get();
        for (int i = 0; i < remote.size(); i++) {
            joins.append(separator).append(remote.get(i).in(related));
            joins.append(" = ").append(link.local().get(i).in(alias));
            separator = " AND ";
        }
        return related;
    }

    @Override
    public int width() {
        return target.columns().size();
    }

    @Override
    public void read(ResultSet rows, int at) throws SQLException {
        records.add(record(rows, at));
    }

    /** What was joined equals a column of the record, so that it is null only where nothing was. */
    @Nullable
    T record(ResultSet rows, int at) throws SQLException {
        return key.read(rows, at + key.ordinal()) == null
                ? null
                : target.reader().read(rows, at);
    }

    @Override
    public List<@Nullable T> values(Scope scope) {
        return records;
    }
}
