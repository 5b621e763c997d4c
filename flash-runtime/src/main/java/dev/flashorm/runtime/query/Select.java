package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One query of one table, as data: its text, once for each shape, and its parameters.
 *
 * @param expressions what is selected
 * @param joins whose columns follow
 * @param rows which rows, or of which rows the groups are made
 * @param groups how they are grouped, if they are
 */
public record Select<M>(
        List<? extends Expression<M, ?>> expressions,
        List<Joined<M, ?>> joins,
        boolean isDistinct,
        Rows<M> rows,
        @Nullable Groups<M> groups) {
    private static final int LIST = -30;
    private static final int DISTINCT = -33;

    /**
     * Groups of rows.
     *
     * @param keys what the rows of a group have in common; none for one group of all rows
     */
    public record Groups<M>(
            List<Expression<M, ?>> keys, Condition<M> having, List<Order<M>> orders, long skip, long take) {
        /** Whether it is one group in any case. */
        public boolean isWhole() {
            return keys.isEmpty() && having.isAbsent() && skip <= 0 && take != 0;
        }
    }

    /** Values of the rows themselves. */
    Select(List<? extends Expression<M, ?>> expressions, boolean isDistinct, Rows<M> rows, @Nullable Groups<M> groups) {
        this(expressions, List.of(), isDistinct, rows, groups);
    }

    /** Whole records. */
    static <M> Select<M> of(Rows<M> rows) {
        return new Select<>(rows.table().columns(), false, rows, null);
    }

    /** @throws IllegalStateException if it locks rows that nothing would keep locked */
    String text(Scope scope) {
        if (rows.lock() != null && !scope.session().isInTransaction()) {
            throw new IllegalStateException("Rows stay locked until a transaction ends, but there is none:"
                    + " use forUpdate and forShare in db.transaction(tx -> …), with tx.");
        }
        Shape shape = new Shape(rows.table(), scope.dialect());
        shape.add(isDistinct ? DISTINCT : LIST);
        shape(shape);
        return scope.shapes().text(shape, () -> {
            SqlText sql = new SqlText(scope.dialect());
            write(sql);
            return sql.toString();
        });
    }

    private void shape(Shape shape) {
        if (expressions == rows.table().columns()) {
            shape.add(-1);
        } else {
            shape.add(expressions.size());
            for (Expression<M, ?> expression : expressions) {
                expression.shape(shape);
            }
        }
        for (Joined<M, ?> join : joins) {
            join.shape(shape);
        }
        rows.condition().shape(shape);
        shape(shape, rows.orders(), rows.skip(), rows.take());
        shape.add(rows.lock() == null ? 0 : rows.lock().code());
        if (groups != null) {
            shape.add(groups.keys().size());
            for (Expression<M, ?> key : groups.keys()) {
                key.shape(shape);
            }
            groups.having().shape(shape);
            shape(shape, groups.orders(), groups.skip(), groups.take());
        }
    }

    private static <M> void shape(Shape shape, List<Order<M>> orders, long skip, long take) {
        shape.add(orders.size() << 2 | (skip > 0 ? 1 : 0) | (take >= 0 ? 2 : 0));
        for (Order<M> order : orders) {
            order.shape(shape);
        }
    }

    private void write(SqlText sql) {
        // A page of rows that are grouped is a table of its own.
        boolean isNested = groups != null && rows.isPaged();
        String inner = isNested ? sql.newAlias() : "";
        String alias = sql.newAlias();
        sql.append(isDistinct ? "SELECT DISTINCT " : "SELECT ");
        String separator = "";
        for (Expression<M, ?> expression : expressions) {
            sql.append(separator).append(expression.in(sql, alias));
            separator = ", ";
        }
        StringBuilder joined = new StringBuilder();
        for (Joined<M, ?> join : joins) {
            join.write(sql, alias, joined);
        }
        if (isNested) {
            sql.append(" FROM (SELECT ").append(inner).append(".*");
            from(sql, inner, "");
            sql.append(") AS ").append(alias);
        } else {
            from(sql, alias, joined.toString());
        }
        if (groups != null) {
            groupBy(sql, alias, groups);
        }
        if (rows.lock() != null) {
            rows.lock().write(sql, alias);
        }
    }

    private void from(SqlText sql, String alias, String joined) {
        sql.append(" FROM ")
                .append(rows.table().sql())
                .append(" AS ")
                .append(alias)
                .append(joined);
        if (!rows.condition().isAbsent()) {
            sql.append(" WHERE ");
            rows.condition().write(sql, alias);
        }
        orderBy(sql, alias, rows.orders());
        page(sql, rows.skip(), rows.take());
    }

    private static <M> void groupBy(SqlText sql, String alias, Groups<M> groups) {
        String separator = " GROUP BY ";
        for (Expression<M, ?> key : groups.keys()) {
            sql.append(separator).append(key.in(sql, alias));
            separator = ", ";
        }
        if (!groups.having().isAbsent()) {
            sql.append(" HAVING ");
            groups.having().write(sql, alias);
        }
        orderBy(sql, alias, groups.orders());
        page(sql, groups.skip(), groups.take());
    }

    private static <M> void orderBy(SqlText sql, String alias, List<Order<M>> orders) {
        String separator = " ORDER BY ";
        for (Order<M> order : orders) {
            sql.append(separator);
            order.write(sql, alias);
            separator = ", ";
        }
    }

    private static void page(SqlText sql, long skip, long take) {
        if (skip > 0) {
            sql.fragment(take >= 0 ? Fragment.LIMIT_OFFSET : Fragment.OFFSET);
        } else if (take >= 0) {
            sql.fragment(Fragment.LIMIT);
        }
    }

    void bind(PreparedStatement statement, Dialect dialect) throws SQLException {
        int next = 1;
        for (Expression<M, ?> expression : expressions) {
            next = expression.bind(statement, next, dialect);
        }
        next = rows.condition().bind(statement, next, dialect);
        next = bind(statement, next, dialect, rows.orders(), rows.skip(), rows.take());
        if (groups != null) {
            for (Expression<M, ?> key : groups.keys()) {
                next = key.bind(statement, next, dialect);
            }
            next = groups.having().bind(statement, next, dialect);
            bind(statement, next, dialect, groups.orders(), groups.skip(), groups.take());
        }
    }

    private static <M> int bind(
            PreparedStatement statement, int index, Dialect dialect, List<Order<M>> orders, long skip, long take)
            throws SQLException {
        int next = index;
        for (Order<M> order : orders) {
            next = order.bind(statement, next, dialect);
        }
        if (take >= 0) {
            statement.setLong(next++, take);
        }
        if (skip > 0) {
            statement.setLong(next++, skip);
        }
        return next;
    }
}
