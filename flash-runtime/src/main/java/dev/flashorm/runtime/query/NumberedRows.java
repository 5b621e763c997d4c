package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.Insert.Numbered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Inserts rows that nothing but a number tells apart, where the database returns no rows: one statement for each. MySQL
 * gives the first number of several rows only, and promises that the others follow it in some settings of the server
 * only ({@code innodb_autoinc_lock_mode}, {@code auto_increment_increment}).
 */
final class NumberedRows<M, D> {
    private static final int READ = -55;

    private final Insert<M, D> insert;
    private final Scope scope;
    private final Numbered<M, D> numbered;

    NumberedRows(Insert<M, D> insert, Scope scope, Numbered<M, D> numbered) {
        this.insert = insert;
        this.scope = scope;
        this.numbered = numbered;
    }

    List<M> insert(List<D> drafts) {
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
                rows.put(((Number) Objects.requireNonNull(numbered.column().get(row))).longValue(), row);
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
