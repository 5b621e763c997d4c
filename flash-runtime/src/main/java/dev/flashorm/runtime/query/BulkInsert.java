package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.Insert.Numbered;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows, the fastest way that the database has, and gives them in the order of their drafts, which no database promises: a row is known by a key that its draft has, or by numbers that were given in order.
 */
final class BulkInsert<M, D> {
    /** More rows in one statement gain nothing more, and cost memory. */
    private static final int MOST_ROWS_OF_ARRAYS = 5_000;

    /** More rows of single values gain nothing more. */
    private static final int MOST_ROWS = 512;

    /** So many rows and fewer are always one statement, which needs no transaction to be all or none. */
    private static final int FEW_ROWS = 16;

    /** MariaDB keeps no more warnings of a statement, each of which is a row that was left out. */
    private static final int MOST_SKIPPED = 64;

    private final Insert<M, D> insert;
    private final Scope scope;
    private final OnConflict conflict;
    private final @Nullable DraftKey<M, D> rowsKey;
    private final boolean returning;
    private final List<D> drafts;
    private final List<Part<D>> parts;

    /** @param rowsKey by which rows are told apart; null for whatever the drafts have */
    BulkInsert(
            Insert<M, D> insert, Scope scope, OnConflict conflict, @Nullable DraftKey<M, D> rowsKey, List<D> drafts) {
        this.insert = insert;
        this.scope = scope;
        this.conflict = conflict;
        this.rowsKey = rowsKey;
        this.returning = scope.session().server().insertReturning();
        this.drafts = drafts;
        this.parts = parts();
    }

    private BulkInsert(BulkInsert<M, D> other, Scope scope) {
        this.insert = other.insert;
        this.scope = scope;
        this.conflict = other.conflict;
        this.rowsKey = other.rowsKey;
        this.returning = other.returning;
        this.drafts = other.drafts;
        this.parts = other.parts;
    }

    /** All rows or none: one statement is that by itself, several are in a transaction. */
    List<M> allRows() {
        boolean isOneStatement =
                parts.size() == 1 && returning && (keyOf(drafts) != null || insert.numberedOf(drafts) != null);
        return isOneStatement
                ? rows()
                : scope.session()
                        .together(transaction -> in(scope.in(transaction)).rows());
    }

    /** The same without reading the rows. */
    void writeAll() {
        if (parts.size() == 1) {
            write();
        } else {
            scope.session().together(transaction -> {
                in(scope.in(transaction)).write();
                return drafts;
            });
        }
    }

    private BulkInsert<M, D> in(Scope other) {
        return new BulkInsert<>(this, other);
    }

    /** Rows of one statement: each of them writes the same columns. */
    private record Part<D>(List<D> drafts, List<DraftColumn<D, ?>> columns, boolean arrays) {}

    /** Inside a transaction, if there are several statements. */
    List<M> rows() {
        if (!returning) {
            return written();
        }
        if (parts.size() == 1) {
            return rows(parts.get(0));
        }
        List<M> records = new ArrayList<>(drafts.size());
        for (Part<D> part : parts) {
            records.addAll(rows(part));
        }
        return records;
    }

    /** Where an insert returns no rows they are read afterwards, all at once. */
    private List<M> written() {
        DraftKey<M, D> key = keyOf(drafts);
        if (key != null) {
            write();
            return key.read(scope, drafts);
        }
        Numbered<M, D> numbered = insert.numberedOf(drafts);
        if (numbered != null) {
            return new NumberedRows<>(insert, scope, numbered)
                    .insert(drafts, parts.size(), inside -> in(inside).writeNumbered());
        }
        List<M> records = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> records.add(insert.single(scope, draft)));
        return records;
    }

    private void write() {
        parts.forEach(this::update);
    }

    /** The same, and gives the number of the first row. */
    private long writeNumbered() {
        Part<D> first = parts.get(0);
        long number = scope.session().insert(text(first, false), statement -> bind(statement, first));
        parts.subList(1, parts.size()).forEach(this::update);
        return number;
    }

    private @Nullable DraftKey<M, D> keyOf(List<D> some) {
        return rowsKey == null ? insert.keyOf(some) : rowsKey;
    }

    /**
     * Writes the rows that are not there already, inside a transaction.
     *
     * @return how many that were
     */
    long skipping() {
        long count = 0;
        for (Part<D> part : parts) {
            count += scope.session().insertSkipping(text(part, false), statement -> bind(statement, part));
        }
        return count;
    }

    private List<Part<D>> parts() {
        List<Part<D>> found = new ArrayList<>();
        int from = 0;
        while (from < drafts.size()) {
            List<DraftColumn<D, ?>> columns = insert.columns(drafts.get(from));
            int to = from + 1;
            while (to < drafts.size() && insert.columns(drafts.get(to)).equals(columns)) {
                to++;
            }
            split(drafts.subList(from, to), columns, found);
            from = to;
        }
        return found;
    }

    private void split(List<D> alike, List<DraftColumn<D, ?>> columns, List<Part<D>> found) {
        // The server takes longer to unpack the arrays of a few rows than to read their values.
        boolean arrays =
                alike.size() > FEW_ROWS && scope.dialect().hasArrays() && insert.hasArrays() && !columns.isEmpty();
        int from = 0;
        while (from < alike.size()) {
            int left = alike.size() - from;
            int rows = arrays ? Math.min(left, MOST_ROWS_OF_ARRAYS) : size(left, columns.size());
            found.add(new Part<>(alike.subList(from, from + rows), columns, arrays));
            from += rows;
        }
    }

    /** Of more than a few a power of two, so that not too many statements are prepared. */
    private int size(int left, int columns) {
        int room = columns == 0 ? 1 : scope.session().server().maxParameters() / columns;
        if (conflict == OnConflict.SKIP) {
            room = Math.min(room, MOST_SKIPPED);
        }
        int most = Math.max(1, Math.min(left, room));
        return most <= FEW_ROWS ? most : Integer.highestOneBit(Math.min(most, MOST_ROWS));
    }

    private List<M> rows(Part<D> part) {
        Numbered<M, D> numbered = rowsKey == null ? insert.numberedOf(part.drafts()) : null;
        if (numbered != null) {
            return byNumber(query(part), numbered);
        }
        DraftKey<M, D> key = keyOf(part.drafts());
        if (key != null) {
            List<M> found = query(part);
            boolean isInOrder = part.drafts().size() == 1 && found.size() == 1;
            return isInOrder ? found : key.inOrder(scope, part.drafts(), found);
        }
        List<M> records = new ArrayList<>(part.drafts().size());
        part.drafts().forEach(draft -> records.add(insert.single(scope, draft)));
        return records;
    }

    private List<M> query(Part<D> part) {
        if (part.drafts().size() == 1) {
            // To ask for a second row costs SQLite a step more.
            M row = scope.session()
                    .query(text(part, true), statement -> bind(statement, part), insert.table()::readOnly);
            return List.of(row);
        }
        return scope.session().query(text(part, true), statement -> bind(statement, part), insert.table()::readAll);
    }

    private void update(Part<D> part) {
        scope.session().update(text(part, false), statement -> bind(statement, part));
    }

    private String text(Part<D> part, boolean returns) {
        int rows = part.arrays() ? Insert.ARRAYS : part.drafts().size();
        return insert.text(scope, part.columns(), rows, conflict, returns);
    }

    private void bind(PreparedStatement statement, Part<D> part) throws SQLException {
        int index = 1;
        if (part.arrays()) {
            for (DraftColumn<D, ?> column : part.columns()) {
                column.bindAll(statement, index++, part.drafts());
            }
        } else {
            for (D draft : part.drafts()) {
                index = insert.binder().bind(draft, statement, index);
            }
        }
        conflict.bind(statement, index);
    }

    /** The database gives numbers in the order of the drafts, but rows in any order. */
    private static <M, D> List<M> byNumber(List<M> rows, Numbered<M, D> numbered) {
        Comparator<M> order = Comparator.comparingLong(
                row -> ((Number) Objects.requireNonNull(numbered.column().get(row))).longValue());
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                rows.sort(order);
                return rows;
            }
        }
        return rows;
    }
}
