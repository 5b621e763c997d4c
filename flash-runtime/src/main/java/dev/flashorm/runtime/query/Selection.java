package dev.flashorm.runtime.query;

import dev.flashorm.runtime.RecordNotFoundException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table: all of them, or those that conditions, an order and a page choose. Immutable: each method that
 * narrows gives a new one, and every one can be used any number of times.
 *
 * @param <M> the record of a row
 * @param <S> what narrowing gives
 */
public abstract class Selection<M, S extends Selection<M, S>> {
    private static final int LIST = -30;
    private static final int COUNT = -31;
    private static final int EXISTS = -32;
    private static final int ORDER = -33;

    final Scope scope;
    final Table<M> table;
    final Condition<M> condition;
    final List<Order<M>> orders;
    final long skip;
    final long take;

    Selection(Scope scope, Table<M> table, Condition<M> condition, List<Order<M>> orders, long skip, long take) {
        this.scope = scope;
        this.table = table;
        this.condition = condition;
        this.orders = orders;
        this.skip = skip;
        this.take = take;
    }

    abstract S narrowed(Condition<M> where, List<Order<M>> orderBy, long skipped, long taken);

    /** Only rows that satisfy all of these and what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S where(Condition<M>... conditions) {
        Condition<M> more = Condition.and(conditions);
        return narrowed(condition.isAbsent() ? more : condition.and(more), orders, skip, take);
    }

    /** Sorted by these, after what was said before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S orderBy(Order<M>... wanted) {
        if (orders.isEmpty()) {
            return narrowed(condition, List.of(wanted), skip, take);
        }
        List<Order<M>> all = new ArrayList<>(orders);
        all.addAll(List.of(wanted));
        return narrowed(condition, List.copyOf(all), skip, take);
    }

    /** Leaves out so many of the first. */
    public final S skip(long count) {
        return narrowed(condition, orders, Page.count(count), take);
    }

    /** No more than so many. */
    public final S take(long count) {
        return narrowed(condition, orders, skip, Page.count(count));
    }

    public final List<M> list() {
        return scope.session().query(listText(take >= 0), this::bindList, table::readAll);
    }

    /** The first one, if there is one. */
    public final Optional<M> first() {
        if (take == 0) {
            return Optional.empty();
        }
        return scope.session().query(listText(true), statement -> bindPage(statement, 1), table::readFirst);
    }

    /**
     * The only one.
     *
     * @throws RecordNotFoundException if there is none
     * @throws IllegalStateException if there are several
     */
    public final M one() {
        List<M> found = scope.session().query(listText(true), statement -> bindPage(statement, 2), table::readAll);
        return only(table, found);
    }

    static <M, R> R only(Table<M> table, List<R> found) {
        if (found.isEmpty()) {
            throw new RecordNotFoundException(table.model(), "condition");
        }
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "One " + table.model() + " was expected, but several satisfy the condition.");
        }
        return found.get(0);
    }

    /** How many there are, within the page if one was chosen. */
    public final long count() {
        Shape shape = shape(COUNT);
        pageShape(shape, skip, take >= 0);
        boolean paged = skip > 0 || take >= 0;
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append(paged ? "SELECT COUNT(*) FROM (SELECT 1 AS flash_one" : "SELECT COUNT(*)");
            from(text, alias);
            if (paged) {
                page(text, skip, take >= 0);
                text.append(") AS flash_rows");
            }
            return text.toString();
        });
        return scope.session().query(sql, this::bindList, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** Whether there is one. */
    public final boolean exists() {
        Shape shape = shape(EXISTS);
        pageShape(shape, skip, true);
        String sql = scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append("SELECT 1");
            from(text, alias);
            page(text, skip, true);
            return text.toString();
        });
        return take != 0 && scope.session().query(sql, statement -> bindPage(statement, 1), rows -> rows.next());
    }

    /** Loads related records with each row, and makes a value of both. */
    public final <V extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> include, BiFunction<? super M, ? super V, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> values = include.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), values.get(i)));
            }
            return combined;
        });
    }

    /** Loads two relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, R> Loading<M, R> with(
            Include<M, V> first, Include<M, W> second, Combine3<? super M, ? super V, ? super W, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> firsts = first.load(scope, records);
            List<W> seconds = second.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), firsts.get(i), seconds.get(i)));
            }
            return combined;
        });
    }

    /** Loads three relations with each row. */
    public final <V extends @Nullable Object, W extends @Nullable Object, X extends @Nullable Object, R>
            Loading<M, R> with(
                    Include<M, V> first,
                    Include<M, W> second,
                    Include<M, X> third,
                    Combine4<? super M, ? super V, ? super W, ? super X, ? extends R> combine) {
        return new Loading<>(this, (scope, records) -> {
            List<V> firsts = first.load(scope, records);
            List<W> seconds = second.load(scope, records);
            List<X> thirds = third.load(scope, records);
            List<R> combined = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                combined.add(combine.apply(records.get(i), firsts.get(i), seconds.get(i), thirds.get(i)));
            }
            return combined;
        });
    }

    private String listText(boolean limited) {
        Shape shape = shape(LIST);
        shape.add(ORDER);
        for (Order<M> order : orders) {
            shape.add(order.code());
        }
        pageShape(shape, skip, limited);
        return scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append("SELECT ").columns(alias, table.columns());
            from(text, alias);
            String separator = " ORDER BY ";
            for (Order<M> order : orders) {
                text.append(separator);
                order.write(text, alias);
                separator = ", ";
            }
            page(text, skip, limited);
            return text.toString();
        });
    }

    final Shape shape(int kind) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(kind);
        condition.shape(shape);
        return shape;
    }

    private static void pageShape(Shape shape, long skip, boolean limited) {
        shape.add((skip > 0 ? 1 : 0) + (limited ? 2 : 0));
    }

    private void from(SqlText text, String alias) {
        text.append(" FROM ").append(table.sql()).append(" AS ").append(alias);
        where(text, alias);
    }

    final void where(SqlText text, String alias) {
        if (!condition.isAbsent()) {
            text.append(" WHERE ");
            condition.write(text, alias);
        }
    }

    private static void page(SqlText text, long skip, boolean limited) {
        if (skip > 0) {
            text.fragment(limited ? Fragment.LIMIT_OFFSET : Fragment.OFFSET);
        } else if (limited) {
            text.fragment(Fragment.LIMIT);
        }
    }

    private void bindList(PreparedStatement statement) throws SQLException {
        bindPage(statement, Long.MAX_VALUE);
    }

    /** @param most no more rows than this are needed; the maximum for all that there are */
    private void bindPage(PreparedStatement statement, long most) throws SQLException {
        int next = condition.bind(statement, 1, scope.dialect());
        long limit = take >= 0 ? Math.min(take, most) : most;
        if (take >= 0 || most < Long.MAX_VALUE) {
            statement.setLong(next++, limit);
        }
        if (skip > 0) {
            statement.setLong(next, skip);
        }
    }
}
