package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How rows of a model are inserted: statements and fragments that generated code gives.
 *
 * @param <M> the record of a row
 * @param <D> the draft of a row
 */
public final class Insert<M, D> implements Inserter<M, D> {
    private static final int INSERT = -50;

    private final Table<M> table;
    private final String sql;
    private final String sqlReturning;
    private final String returning;
    private final Reread<M, D> reread;
    private final List<DraftColumn<D, ?>> always;
    private final List<DraftColumn<D, ?>> given;
    private final DraftBinder<D> binder;
    private final boolean arrays;

    private Insert(Builder<M, D> builder) {
        this.table = builder.table;
        this.sql = builder.sql;
        this.sqlReturning = builder.sql + builder.returning;
        this.returning = builder.returning;
        this.reread = builder.reread;
        this.always = List.copyOf(builder.always);
        this.given = List.copyOf(builder.given);
        this.binder = builder.binder;
        this.arrays = always.stream().allMatch(column -> column.arrayType() != null)
                && given.stream().allMatch(column -> column.arrayType() != null);
    }

    /** Sets the parameters of one draft: the columns that are always written, then those that were given. */
    @FunctionalInterface
    public interface DraftBinder<D> {
        /** @return the index after the last */
        int bind(D draft, PreparedStatement statement, int index) throws SQLException;
    }

    /**
     * How rows are read after they were written, where an insert cannot return them.
     *
     * @param one selects one row, by its keys or the number that the database gave last; empty if there is no way
     * @param many selects as many as its parameter says, of those that the database numbered last; empty if it does not
     * @param keys the columns that find a row
     * @param values the same columns in the draft
     */
    record Reread<M, D>(String one, String many, List<Column<M, ?>> keys, List<DraftColumn<D, ?>> values) {
        /** Whether the database gives this draft its number. */
        boolean isNumbered(D draft) {
            return !many.isEmpty() && values.get(0).value().apply(draft) == null;
        }
    }

    /**
     * A column that a draft can give.
     *
     * @param sql its quoted name
     * @param arrayType the type of an array of its values; null where arrays cannot stand for it
     */
    public record DraftColumn<D, T>(
            String sql, @Nullable String arrayType, SqlType<T> type, Function<D, @Nullable T> value) {
        void bind(PreparedStatement statement, int index, D draft) throws SQLException {
            type.bind(statement, index, value.apply(draft));
        }

        void bindAll(PreparedStatement statement, int index, List<D> drafts) throws SQLException {
            List<@Nullable T> values = new ArrayList<>(drafts.size());
            for (D draft : drafts) {
                values.add(value.apply(draft));
            }
            type.bindAll(statement, index, values);
        }
    }

    @Override
    public M one(Scope scope, D draft) {
        if (scope.session().server().insertReturning()) {
            String text = isGiven(draft) ? text(scope, draft, 1) : sqlReturning;
            return scope.session().query(text, statement -> binder.bind(draft, statement, 1), table::readOnly);
        }
        String text = isGiven(draft) ? text(scope, draft, 1) : sql;
        boolean isNumbered = reread.isNumbered(draft);
        if (!isNumbered && !reread.many().isEmpty()) {
            scope.session().update(text, statement -> binder.bind(draft, statement, 1));
            return new BulkInsert<>(this, scope).byKey(List.of(draft)).get(0);
        }
        return scope.session().withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                binder.bind(draft, statement, 1);
                statement.executeUpdate();
            }
            return reread(connection, draft, isNumbered);
        });
    }

    private M reread(Connection connection, D draft, boolean isNumbered) throws SQLException {
        if (reread.one().isEmpty()) {
            throw new UnsupportedOperationException("MySQL gives no way to read a new " + table.model()
                    + " back: all of its keys are made by the database.");
        }
        try (PreparedStatement statement = connection.prepareStatement(reread.one())) {
            int index = 1;
            for (DraftColumn<D, ?> key : isNumbered ? List.<DraftColumn<D, ?>>of() : reread.values()) {
                key.bind(statement, index++, draft);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return table.readOnly(rows);
            }
        }
    }

    @Override
    public List<M> many(Scope scope, List<D> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (drafts.size() == 1) {
            return List.of(one(scope, drafts.get(0)));
        }
        return scope.session().transaction(transaction -> new BulkInsert<>(this, scope.in(transaction)).run(drafts));
    }

    boolean isGiven(D draft) {
        for (DraftColumn<D, ?> column : given) {
            if (column.value().apply(draft) != null) {
                return true;
            }
        }
        return false;
    }

    /** The columns that this draft writes. */
    List<DraftColumn<D, ?>> columns(D draft) {
        List<DraftColumn<D, ?>> columns = new ArrayList<>(always);
        for (DraftColumn<D, ?> column : given) {
            if (column.value().apply(draft) != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** The statement for so many rows of which each writes the columns of this draft. */
    String text(Scope scope, D draft, int rows) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(INSERT);
        shape.add(rows);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).value().apply(draft) != null) {
                shape.add(i);
            }
        }
        return scope.shapes().text(shape, () -> {
            String text = text(scope.dialect(), columns(draft), rows);
            return scope.session().server().insertReturning() ? text + returning : text;
        });
    }

    private String text(Dialect dialect, List<DraftColumn<D, ?>> columns, int rows) {
        StringBuilder text =
                new StringBuilder("INSERT INTO ").append(table.sql()).append(' ');
        if (columns.isEmpty()) {
            return text.append(dialect.fragment(Fragment.DEFAULT_ROW)).toString();
        }
        String separator = "(";
        for (DraftColumn<D, ?> column : columns) {
            text.append(separator).append(column.sql());
            separator = ", ";
        }
        if (rows == ARRAYS) {
            separator = ") SELECT * FROM unnest(";
            for (DraftColumn<D, ?> column : columns) {
                text.append(separator).append("?::").append(column.arrayType());
                separator = ", ";
            }
            return text.append(')').toString();
        }
        String row = "(" + SqlText.parameters(columns.size()) + ")";
        return text.append(") VALUES ")
                .append(row)
                .append((", " + row).repeat(rows - 1))
                .toString();
    }

    /** Instead of a number of rows: each column is one array. */
    static final int ARRAYS = 0;

    /** Whether each column can be sent as one array. */
    boolean hasArrays() {
        return arrays;
    }

    Table<M> table() {
        return table;
    }

    Reread<M, D> reread() {
        return reread;
    }

    DraftBinder<D> binder() {
        return binder;
    }

    public static <M, D> Builder<M, D> into(Table<M> table) {
        return new Builder<>(table);
    }

    /** Collects the parts. */
    public static final class Builder<M, D> {
        private final Table<M> table;
        private final List<DraftColumn<D, ?>> always = new ArrayList<>();
        private final List<DraftColumn<D, ?>> given = new ArrayList<>();
        private String sql = "";
        private String returning = "";
        private Reread<M, D> reread = new Reread<>("", "", List.of(), List.of());
        private DraftBinder<D> binder = (draft, statement, index) -> index;

        private Builder(Table<M> table) {
            this.table = table;
        }

        /**
         * @param insert the statement for a draft that gives only the columns that are always written
         * @param clause what makes an insert return its row
         */
        public Builder<M, D> sql(String insert, String clause, DraftBinder<D> parameters) {
            sql = insert;
            returning = clause;
            binder = parameters;
            return this;
        }

        /** A column that every insert writes. */
        public <T> Builder<M, D> column(String quoted, SqlType<T> type, Function<D, @Nullable T> value) {
            always.add(new DraftColumn<>(quoted, null, type, value));
            return this;
        }

        /** The same, with the type of an array of its values. */
        public <T> Builder<M, D> column(
                String quoted, String arrayType, SqlType<T> type, Function<D, @Nullable T> value) {
            always.add(new DraftColumn<>(quoted, arrayType, type, value));
            return this;
        }

        /** A column that the database fills unless the draft gives it. */
        public <T> Builder<M, D> generated(String quoted, SqlType<T> type, Function<D, @Nullable T> value) {
            given.add(new DraftColumn<>(quoted, null, type, value));
            return this;
        }

        /** The same, with the type of an array of its values. */
        public <T> Builder<M, D> generated(
                String quoted, String arrayType, SqlType<T> type, Function<D, @Nullable T> value) {
            given.add(new DraftColumn<>(quoted, arrayType, type, value));
            return this;
        }

        /** Reads new rows by the numbers that the database gave them. */
        public Builder<M, D> rereadNumbered(String one, String many, Column<M, ?> key) {
            List<Column<M, ?>> keys = List.of(key);
            reread = new Reread<>(one, many, keys, inDraft(keys, given));
            return this;
        }

        /** Reads a new row by columns that every insert writes. */
        public Builder<M, D> rereadBy(String one, List<? extends Column<M, ?>> keys) {
            reread = new Reread<>(one, "", List.copyOf(keys), inDraft(keys, always));
            return this;
        }

        private List<DraftColumn<D, ?>> inDraft(List<? extends Column<M, ?>> keys, List<DraftColumn<D, ?>> columns) {
            List<DraftColumn<D, ?>> found = new ArrayList<>();
            for (Column<M, ?> key : keys) {
                columns.stream()
                        .filter(column -> column.sql().equals(key.sql()))
                        .forEach(found::add);
            }
            return found;
        }

        public Insert<M, D> build() {
            return new Insert<>(this);
        }
    }
}
