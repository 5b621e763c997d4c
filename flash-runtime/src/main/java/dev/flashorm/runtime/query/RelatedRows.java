package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads the rows that belong to other records, all in one statement (a few for very many keys), and groups them by the
 * key of the record that they belong to.
 */
final class RelatedRows<M, T> {
    private static final int PLAIN = 0;
    private static final int ORDER = -20;
    private static final int PAGE = -21;
    private static final int KEYS = -22;

    private final Link<M, T> link;
    private final Condition<T> condition;
    private final List<Order<T>> orders;
    private final long skip;
    private final long take;
    private final List<? extends Column<T, ?>> remote;
    private final Table<T> target;

    RelatedRows(Link<M, T> link, Rows<T> wanted) {
        this.link = link;
        this.condition = wanted.condition();
        this.orders = wanted.orders();
        this.skip = wanted.skip();
        this.take = wanted.take();
        this.remote = link.remote().get();
        this.target = link.target();
    }

    Map<Object, List<T>> load(Scope scope, List<M> records) {
        Set<Object> distinct = new LinkedHashSet<>(records.size() * 2);
        for (M record : records) {
            Object key = Keys.of(record, link.local());
            if (key != null) {
                distinct.add(key);
            }
        }
        List<Object> keys = new ArrayList<>(distinct);
        Map<Object, List<T>> byKey = new HashMap<>(keys.size() * 2);
        // The table of pairs keeps keys of this end.
        List<? extends Column<?, ?>> columns = link.through() == null ? remote : link.local();
        int chunk = KeySet.chunk(scope, columns.size());
        for (int from = 0; from < keys.size(); from += chunk) {
            load(scope, new KeySet(keys.subList(from, Math.min(keys.size(), from + chunk)), columns), byKey);
        }
        return byKey;
    }

    private void load(Scope scope, KeySet keys, Map<Object, List<T>> byKey) {
        Shape shape = new Shape(link.local().get(0).table(), scope.dialect());
        shape.add(Condition.RELATION);
        shape.add(link.ordinal());
        shape.add(KEYS);
        keys.shape(shape);
        condition.shape(shape);
        shape.add(ORDER);
        shape.add(orders.size());
        orders.forEach(order -> order.shape(shape));
        shape.add(isPaged() ? PAGE : PLAIN);
        shape.add((skip > 0 ? 1 : 0) + (take >= 0 ? 2 : 0));
        String sql = scope.shapes().text(shape, () -> write(new SqlText(scope.dialect()), keys));
        scope.session().query(sql, statement -> bind(statement, keys, scope.dialect()), rows -> group(rows, byKey));
    }

    private boolean isPaged() {
        return skip > 0 || take >= 0;
    }

    private String write(SqlText sql, KeySet keys) {
        String rows = sql.newAlias();
        JoinTable through = link.through();
        String pairs = through == null ? rows : sql.newAlias();
        String key = through == null ? "" : pairs + '.' + through.local();
        if (isPaged()) {
            sql.append("SELECT * FROM (");
        }
        sql.append("SELECT ").columns(rows, target.columns());
        if (through != null) {
            sql.append(", ").append(key).append(" AS flash_key");
        }
        if (isPaged()) {
            sql.append(", ROW_NUMBER() OVER (PARTITION BY ");
            if (through == null) {
                sql.columns(rows, remote);
            } else {
                sql.append(key);
            }
            orderBy(sql, rows);
            sql.append(") AS flash_row");
        }
        sql.append(" FROM ").append(target.sql()).append(" AS ").append(rows);
        if (through != null) {
            sql.append(" INNER JOIN " + through.sql() + " AS " + pairs + " ON " + pairs + '.' + through.remote() + " = "
                    + remote.get(0).in(rows));
        }
        sql.append(" WHERE ");
        keys.write(sql, through == null ? remote.get(0).in(rows) : key, rows);
        if (!condition.isAbsent()) {
            sql.append(" AND ");
            condition.write(sql, rows);
        }
        if (isPaged()) {
            sql.append(") AS flash_rows WHERE flash_row > ?");
            sql.append(take >= 0 ? " AND flash_row <= ?" : "");
            return sql.append(" ORDER BY flash_row").toString();
        }
        orderBy(sql, rows);
        return sql.toString();
    }

    private void orderBy(SqlText sql, String alias) {
        String separator = " ORDER BY ";
        for (Order<T> order : orders) {
            sql.append(separator);
            order.write(sql, alias);
            separator = ", ";
        }
    }

    private void bind(PreparedStatement statement, KeySet keys, Dialect dialect) throws SQLException {
        int next = keys.bind(statement, 1, dialect);
        next = condition.bind(statement, next, dialect);
        if (isPaged()) {
            long first = Math.max(0, skip);
            statement.setLong(next++, first);
            if (take >= 0) {
                statement.setLong(next, Math.addExact(first, take));
            }
        }
    }

    private boolean group(ResultSet rows, Map<Object, List<T>> byKey) throws SQLException {
        int keyIndex = target.columns().size() + 1;
        while (rows.next()) {
            T record = target.reader().read(rows, 1);
            Object key = link.through() == null
                    ? Keys.of(record, remote)
                    : Keys.comparable(link.local().get(0).type().read(rows, keyIndex));
            if (key != null) {
                byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(record);
            }
        }
        return true;
    }
}
