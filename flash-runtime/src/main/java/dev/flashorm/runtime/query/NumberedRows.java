package dev.flashorm.runtime.query;

import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.query.Insert.Numbered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Inserts rows that nothing but a number tells apart, where the database returns no rows. MySQL gives the first number
 * of several rows only, and promises that the others follow it in some settings of the server only. So the rows
 * themselves are read back: of a transaction that sees only what was there when it first read, the rows above the
 * highest number that it saw are its own, and if they are as many as were inserted, and the first has the number that the
 * server reports, they are those. Numbers grow in the order of the rows. In any doubt the rows are inserted one by one, each with the number that the server gave it.
 */
final class NumberedRows<M, D> {
    private static final int READ = -55;
    private static final int LAST = -56;
    private static final int BEHIND = -57;

    /** The statements by which rows that were inserted together are known. */
    private static final int STATEMENTS = 3;

    private final Insert<M, D> insert;
    private final Scope scope;
    private final Numbered<M, D> numbered;

    NumberedRows(Insert<M, D> insert, Scope scope, Numbered<M, D> numbered) {
        this.insert = insert;
        this.scope = scope;
        this.numbered = numbered;
    }

    /** The rows cannot be told from others. */
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unclear() {
            super("The rows cannot be told from others.", null, false, false);
        }
    }

    /**
     * Inside a transaction.
     *
     * @param statements how many insert all rows
     * @param write runs them, and gives the first number that the server reports
     */
    List<M> insert(List<D> drafts, int statements, ToLongFunction<Scope> write) {
        boolean isWorthwhile = statements + STATEMENTS < drafts.size();
        OptionalLong last = isWorthwhile ? last() : OptionalLong.empty();
        if (last.isEmpty()) {
            return insertEach(drafts);
        }
        try {
            return scope.session()
                    .transaction(
                            savepoint -> insertTogether(scope.in(savepoint), drafts.size(), last.getAsLong(), write));
        } catch (Unclear unclear) {
            if (!behind(scope, last.getAsLong(), 1).isEmpty()) {
                throw new IllegalStateException(
                        insert.table().model() + " rows could not be taken back: their table has no transactions.",
                        unclear);
            }
            return insertEach(drafts);
        }
    }

    private List<M> insertTogether(Scope inside, int count, long last, ToLongFunction<Scope> write) {
        long first = write.applyAsLong(inside);
        List<M> rows = behind(inside, last, count + 1);
        if (rows.size() != count || number(rows.get(0)) != first) {
            throw new Unclear();
        }
        return rows;
    }

    private long number(M row) {
        return ((Number) Objects.requireNonNull(numbered.column().get(row))).longValue();
    }

    /** The highest number that this transaction sees, which is 0 without rows; none if it may see others later. */
    private OptionalLong last() {
        Isolation isolation = scope.session().isolation();
        boolean isSnapshot = isolation == null || isolation == Isolation.REPEATABLE_READ;
        if (!isSnapshot || !scope.dialect().has(Fragment.SNAPSHOT)) {
            return OptionalLong.empty();
        }
        Shape shape = new Shape(insert.table(), scope.dialect());
        shape.add(LAST);
        String text = scope.shapes()
                .text(
                        shape,
                        () -> "SELECT MAX(" + numbered.column().sql() + "), "
                                + scope.dialect().fragment(Fragment.SNAPSHOT) + " FROM "
                                + insert.table().sql());
        return scope.session().query(text, statement -> {}, rows -> {
            rows.next();
            long last = Math.max(rows.getLong(1), 0);
            return isolation != null || rows.getBoolean(2) ? OptionalLong.of(last) : OptionalLong.empty();
        });
    }

    /** Rows with greater numbers, in their order. */
    private List<M> behind(Scope inside, long last, int most) {
        Table<M> table = insert.table();
        Shape shape = new Shape(table, scope.dialect());
        shape.add(BEHIND);
        String text = scope.shapes().text(shape, () -> {
            SqlText sql = new SqlText(scope.dialect());
            String alias = sql.newAlias();
            String number = numbered.column().in(alias);
            sql.append("SELECT ").columns(alias, table.columns());
            sql.append(" FROM " + table.sql() + " AS " + alias + " WHERE " + number + " > ? ORDER BY " + number);
            return sql.append(scope.dialect().fragment(Fragment.LIMIT)).toString();
        });
        return inside.session()
                .query(
                        text,
                        statement -> {
                            statement.setLong(1, last);
                            statement.setInt(2, most);
                        },
                        table::readAll);
    }

    private List<M> insertEach(List<D> drafts) {
        List<Long> numbers = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            String text = insert.text(scope, insert.columns(draft), 1, OnConflict.FAIL, false);
            numbers.add(
                    scope.session().insert(text, statement -> insert.binder().bind(draft, statement, 1)));
        }
        Map<Long, M> rows = new HashMap<>(numbers.size() * 2);
        int chunk = KeySet.chunk(scope, 1);
        for (int from = 0; from < numbers.size(); from += chunk) {
            for (M row : read(numbers.subList(from, Math.min(numbers.size(), from + chunk)))) {
                rows.put(number(row), row);
            }
        }
        return numbers.stream().map(rows::get).map(Objects::requireNonNull).toList();
    }

    private List<M> read(List<Long> numbers) {
        Table<M> table = insert.table();
        int room = ListCondition.room(numbers.size());
        Shape shape = new Shape(table, scope.dialect());
        shape.add(READ);
        shape.add(room);
        String text = scope.shapes().text(shape, () -> {
            SqlText sql = new SqlText(scope.dialect());
            String alias = sql.newAlias();
            sql.append("SELECT ").columns(alias, table.columns());
            sql.append(" FROM " + table.sql() + " AS " + alias + " WHERE ");
            return sql.fragment(Fragment.IN, numbered.column().in(alias), room).toString();
        });
        return scope.session()
                .query(
                        text,
                        statement -> {
                            for (int i = 0; i < room; i++) {
                                statement.setLong(i + 1, numbers.get(Math.min(i, numbers.size() - 1)));
                            }
                        },
                        table::readAll);
    }
}
