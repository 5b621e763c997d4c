package dev.flashorm.runtime.query;

import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final List<DraftColumn<D, ?>> always;
    private final List<DraftColumn<D, ?>> given;
    private final List<DraftKey<M, D>> keys;
    private final @Nullable Numbered<M, D> numbered;
    private final boolean hasHiddenKeys;
    private final UnaryOperator<D> completion;
    private final DraftBinder<D> binder;
    private final Function<D, Nested<M, D>> nested;
    private final boolean arrays;

    private Insert(Builder<M, D> builder) {
        this.table = builder.table;
        this.sql = builder.sql;
        this.sqlReturning = builder.sql + builder.returning;
        this.returning = builder.returning;
        this.always = List.copyOf(builder.always);
        this.given = List.copyOf(builder.given);
        this.keys = builder.keys();
        this.numbered = builder.numbered;
        this.hasHiddenKeys = builder.hasHiddenKeys;
        this.completion = builder.completion;
        this.binder = builder.binder;
        this.nested = builder.nested;
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
     * The column by which the database numbers new rows.
     *
     * @param select finds a row by its number
     */
    record Numbered<M, D>(Column<M, ?> column, DraftColumn<D, ?> value, String select) {}

    @Override
    public D completed(D draft) {
        return completion.apply(draft);
    }

    @Override
    public M one(Scope scope, D draft) {
        return nested.apply(draft).isEmpty()
                ? single(scope, draft)
                : withRelated(scope, List.of(draft)).get(0);
    }

    /** A row whose draft has nothing beside it. */
    M single(Scope scope, D draft) {
        Session session = scope.session();
        boolean isGiven = isGiven(draft);
        if (session.server().insertReturning()) {
            String text = isGiven ? text(scope, columns(draft), 1, OnConflict.FAIL, true) : sqlReturning;
            return session.query(text, statement -> binder.bind(draft, statement, 1), table::readOnly);
        }
        String text = isGiven ? text(scope, columns(draft), 1, OnConflict.FAIL, false) : sql;
        if (numbered != null && isNumbered(draft)) {
            long number = session.insert(text, statement -> binder.bind(draft, statement, 1));
            return session.query(numbered.select(), statement -> statement.setLong(1, number), table::readOnly);
        }
        DraftKey<M, D> key = keyOf(List.of(draft));
        if (key == null) {
            throw new UnsupportedOperationException("MySQL gives no way to read a new " + table.model()
                    + " back: all of its keys are made by the database.");
        }
        session.update(text, statement -> binder.bind(draft, statement, 1));
        return key.read(scope, List.of(draft)).get(0);
    }

    @Override
    public List<M> many(Scope scope, List<D> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        return Nested.isAny(drafts, nested) ? withRelated(scope, drafts) : plain(scope, drafts);
    }

    private List<M> withRelated(Scope scope, List<D> drafts) {
        return Nested.insert(scope, drafts, nested, this::plain);
    }

    private List<M> plain(Scope scope, List<D> drafts) {
        if (drafts.size() == 1) {
            return List.of(single(scope, drafts.get(0)));
        }
        return new BulkInsert<>(this, scope, OnConflict.FAIL, null, drafts).allRows();
    }

    @Override
    public void write(Scope scope, List<D> drafts) {
        if (Nested.isAny(drafts, nested)) {
            withRelated(scope, drafts);
            return;
        }
        if (!new CopiedDrafts<>(this, drafts).write(scope)) {
            new BulkInsert<>(this, scope, OnConflict.FAIL, null, drafts).writeAll();
        }
    }

    @Override
    public long writeMissing(Scope scope, List<D> drafts) {
        Nested.requireNone(drafts, nested);
        return scope.session()
                .together(transaction ->
                        new BulkInsert<>(this, scope.in(transaction), OnConflict.SKIP, null, drafts).skipping());
    }

    @Override
    public List<M> upsert(Scope scope, List<D> drafts, UniqueKey<M> by, Changes changes) {
        Nested.requireNone(drafts, nested);
        return new Upsert<>(scope, this, key(by), changes).run(drafts);
    }

    @Override
    public @Nullable Condition<M> sameKey(D draft, UniqueKey<M> by) {
        Nested.requireNone(List.of(draft), nested);
        DraftKey<M, D> wanted = key(by);
        return wanted.isKnown(draft) ? new KeyCondition<>(List.of(wanted.of(draft)), wanted.columns()) : null;
    }

    private boolean isGiven(D draft) {
        for (DraftColumn<D, ?> column : given) {
            if (column.value().apply(draft) != null) {
                return true;
            }
        }
        return false;
    }

    /** The columns that this draft writes. */
    List<DraftColumn<D, ?>> columns(D draft) {
        if (!isGiven(draft)) {
            return always;
        }
        List<DraftColumn<D, ?>> columns = new ArrayList<>(always);
        for (DraftColumn<D, ?> column : given) {
            if (column.value().apply(draft) != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** The statement for so many rows of which each writes these columns. */
    String text(Scope scope, List<DraftColumn<D, ?>> columns, int rows, OnConflict conflict, boolean returns) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(INSERT);
        shape.add(rows);
        for (int i = 0; i < given.size(); i++) {
            if (columns.size() > always.size() && columns.contains(given.get(i))) {
                shape.add(i);
            }
        }
        conflict.shape(shape);
        shape.add(returns ? 1 : 0);
        return scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            conflict.write(text, table.sql(), rows(scope.dialect(), columns, rows));
            return returns ? text.append(returning).toString() : text.toString();
        });
    }

    private static <D> String rows(Dialect dialect, List<DraftColumn<D, ?>> columns, int rows) {
        if (columns.isEmpty()) {
            return dialect.fragment(Fragment.DEFAULT_ROW);
        }
        String names = columns.stream().map(DraftColumn::sql).collect(Collectors.joining(", ", "(", ")"));
        if (rows == ARRAYS) {
            // Numbers are given in this order, so that they tell the rows apart.
            String values =
                    IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            String arrays = columns.stream()
                    .map(column -> "?::" + column.arrayType())
                    .collect(Collectors.joining(", ", "(", ")"));
            return names + " SELECT " + values + " FROM unnest" + arrays + " WITH ORDINALITY AS flash_rows (" + values
                    + ", flash_row) ORDER BY flash_row";
        }
        String row = "(" + SqlText.parameters(columns.size()) + ")";
        return names + " VALUES " + row + (", " + row).repeat(rows - 1);
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

    DraftBinder<D> binder() {
        return binder;
    }

    /** The number by which these rows can be told apart: null if the database does not number all of them. */
    @Nullable
    Numbered<M, D> numberedOf(List<D> drafts) {
        for (D draft : drafts) {
            if (!isNumbered(draft)) {
                return null;
            }
        }
        return numbered;
    }

    /** Whether the database gives this draft its number. */
    private boolean isNumbered(D draft) {
        return numbered != null && numbered.value().value().apply(draft) == null;
    }

    /** A key of which all of these drafts have the values. */
    @Nullable
    DraftKey<M, D> keyOf(List<D> drafts) {
        for (DraftKey<M, D> key : keys) {
            if (key.isKnown(drafts)) {
                return key;
            }
        }
        return null;
    }

    DraftKey<M, D> key(UniqueKey<M> wanted) {
        for (DraftKey<M, D> key : keys) {
            if (key.columns().equals(wanted.columns())) {
                return key;
            }
        }
        throw new IllegalArgumentException(wanted + " is made by the database.");
    }

    /**
     * Whether a row of this draft can meet no other row than that of the key. Values that are made at random meet none.
     *
     * @param draft as it was given, before it was completed
     */
    boolean meetsOnly(DraftKey<M, D> wanted, D draft) {
        return !hasHiddenKeys && keys.stream().noneMatch(key -> !key.equals(wanted) && key.isKnown(draft));
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
        private @Nullable Numbered<M, D> numbered;
        private boolean hasHiddenKeys;
        private UnaryOperator<D> completion = UnaryOperator.identity();
        private Function<D, Nested<M, D>> nested = draft -> Nested.none();
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

        /**
         * The column by which the database numbers new rows.
         *
         * @param select finds a row by it
         */
        public Builder<M, D> numbered(Column<M, ?> column, String select) {
            DraftColumn<D, ?> value = draftColumn(column);
            numbered = value == null ? null : new Numbered<>(column, value, select);
            return this;
        }

        /** There are unique columns or expressions that code cannot read. */
        public Builder<M, D> hiddenKeys() {
            hasHiddenKeys = true;
            return this;
        }

        /** What makes the values of a row that the client makes. */
        public Builder<M, D> completed(UnaryOperator<D> complete) {
            completion = complete;
            return this;
        }

        /** What drafts want written with their rows. */
        public Builder<M, D> nested(Function<D, Nested<M, D>> related) {
            nested = related;
            return this;
        }

        private List<DraftKey<M, D>> keys() {
            List<DraftKey<M, D>> found = new ArrayList<>();
            for (UniqueKey<M> key : table.keys()) {
                List<DraftColumn<D, ?>> values = new ArrayList<>();
                for (Column<M, ?> column : key.columns()) {
                    DraftColumn<D, ?> value = draftColumn(column);
                    if (value != null) {
                        values.add(value);
                    }
                }
                if (values.size() == key.columns().size()) {
                    found.add(new DraftKey<>(table, key.columns(), List.copyOf(values)));
                }
            }
            return List.copyOf(found);
        }

        private @Nullable DraftColumn<D, ?> draftColumn(Column<M, ?> column) {
            return Stream.concat(always.stream(), given.stream())
                    .filter(candidate -> candidate.sql().equals(column.sql()))
                    .findFirst()
                    .orElse(null);
        }

        public Insert<M, D> build() {
            return new Insert<>(this);
        }
    }
}
