package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A table as generated code describes it: it makes the constants of a model's columns and relations, in the order in
 * which the model's record has them.
 *
 * @param <M> the record of a row
 */
public class Table<M> {
    private final String model;
    private final String sql;
    private final RowReader<M> reader;
    private final RowValues<M> values;
    private final List<Column<M, ?>> columns = new ArrayList<>();
    private final Set<String> nullable = new HashSet<>();
    private final List<UniqueKey<M>> keys = new ArrayList<>();
    private final List<Reference.Incoming<M, ?>> incoming = new ArrayList<>();
    private int relations;

    /**
     * @param model its name in the schema file
     * @param sql its quoted name, with its schema where it has one
     */
    public Table(String model, String sql, RowReader<M> reader, RowValues<M> values) {
        this.model = model;
        this.sql = sql;
        this.reader = reader;
        this.values = values;
    }

    /**
     * Of a database whose records are no rows of JDBC.
     *
     * @param name the collection's
     */
    protected Table(String model, String name, RowValues<M> values) {
        this(
                model,
                name,
                (rows, first) -> {
                    throw new UnsupportedOperationException("The records of " + model + " are no rows of JDBC.");
                },
                values);
    }

    /** Says which fields can be null, before their columns are made. */
    public Table<M> nullable(String... fields) {
        nullable.addAll(List.of(fields));
        return this;
    }

    final boolean isNullable(String field) {
        return nullable.contains(field);
    }

    /** The model's name in the schema file. */
    public final String model() {
        return model;
    }

    public final StringColumn<M> string(String name, String quoted, ColumnType<String> type) {
        return add(new StringColumn<>(this, columns.size(), name, quoted, type));
    }

    public final IntColumn<M> integer(String name, String quoted, ColumnType<Integer> type) {
        return add(new IntColumn<>(this, columns.size(), name, quoted, type));
    }

    public final BigIntColumn<M> bigInt(String name, String quoted, ColumnType<Long> type) {
        return add(new BigIntColumn<>(this, columns.size(), name, quoted, type));
    }

    public final FloatColumn<M> floating(String name, String quoted, ColumnType<Double> type) {
        return add(new FloatColumn<>(this, columns.size(), name, quoted, type));
    }

    public final DecimalColumn<M> decimal(String name, String quoted, ColumnType<BigDecimal> type) {
        return add(new DecimalColumn<>(this, columns.size(), name, quoted, type));
    }

    public final <T> TimeColumn<M, T> time(String name, String quoted, ColumnType<T> type) {
        return add(new TimeColumn<>(this, columns.size(), name, quoted, type));
    }

    public final BooleanColumn<M> bool(String name, String quoted, ColumnType<Boolean> type) {
        return add(new BooleanColumn<>(this, columns.size(), name, quoted, type));
    }

    public final <T> ValueColumn<M, T> value(String name, String quoted, ColumnType<T> type) {
        return add(new ValueColumn<>(this, columns.size(), name, quoted, type));
    }

    public final JsonColumn<M> json(String name, String quoted, ColumnType<Json> type) {
        return add(new JsonColumn<>(this, columns.size(), name, quoted, type));
    }

    public final <E> ArrayColumn<M, E> array(
            String name, String quoted, ColumnType<List<E>> type, ColumnType<E> element) {
        return add(new ArrayColumn<>(this, columns.size(), name, quoted, type, element));
    }

    /** A document inside the document. */
    public final <T> CompositeColumn<M, T> composite(String name, String quoted, ColumnType<T> type) {
        return add(new CompositeColumn<>(this, columns.size(), name, quoted, type));
    }

    /** A list of documents inside the document. */
    public final <T> CompositeListColumn<M, T> composites(String name, String quoted, ColumnType<List<T>> type) {
        return add(new CompositeListColumn<>(this, columns.size(), name, quoted, type));
    }

    /** A primary key or unique by these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final UniqueKey<M> key(Column<M, ?>... keyColumns) {
        UniqueKey<M> key = new UniqueKey<>(List.of(keyColumns));
        keys.add(key);
        return key;
    }

    /** One record at most: where `remote` equal `local`. */
    public final <T> ToOne<M, T> toOne(
            String name, List<? extends Column<M, ?>> local, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToOne<>(name, new Link<>(relations++, local, remote, null));
    }

    /** Any number of records: those where `remote` equal `local`. */
    public final <T> ToMany<M, T> toMany(
            String name, List<? extends Column<M, ?>> local, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToMany<>(name, new Link<>(relations++, local, remote, null));
    }

    /** Any number of records, by a table of pairs. */
    public final <T> ToMany<M, T> manyToMany(
            String name, Column<M, ?> local, JoinTable through, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToMany<>(name, new Link<>(relations++, List.of(local), remote, through));
    }

    /** The same, whose records the client looks after. */
    public final <T> ToOne<M, T> toOne(
            String name,
            List<? extends Column<M, ?>> local,
            Supplier<List<? extends Column<T, ?>>> remote,
            Reference reference) {
        ToOne<M, T> relation = toOne(name, local, remote);
        incoming.add(new Reference.Incoming<>(relation.link(), reference));
        return relation;
    }

    /** The same, whose records the client looks after. */
    public final <T> ToMany<M, T> toMany(
            String name,
            List<? extends Column<M, ?>> local,
            Supplier<List<? extends Column<T, ?>>> remote,
            Reference reference) {
        ToMany<M, T> relation = toMany(name, local, remote);
        incoming.add(new Reference.Incoming<>(relation.link(), reference));
        return relation;
    }

    /** The same, whose pairs the client looks after. */
    public final <T> ToMany<M, T> manyToMany(
            String name,
            Column<M, ?> local,
            JoinTable through,
            Supplier<List<? extends Column<T, ?>>> remote,
            Reference reference) {
        ToMany<M, T> relation = manyToMany(name, local, through, remote);
        incoming.add(new Reference.Incoming<>(relation.link(), reference));
        return relation;
    }

    /** Relations by which others refer to these records, where the client keeps references intact. */
    final List<Reference.Incoming<M, ?>> incoming() {
        return incoming;
    }

    private <C extends Column<M, ?>> C add(C column) {
        columns.add(column);
        return column;
    }

    /** Its name in the database, quoted where that has quotes. */
    public final String sql() {
        return sql;
    }

    final List<Column<M, ?>> columns() {
        return columns;
    }

    /** Those that code can read. */
    List<UniqueKey<M>> keys() {
        return keys;
    }

    final RowValues<M> values() {
        return values;
    }

    final RowReader<M> reader() {
        return reader;
    }

    final List<M> readAll(ResultSet rows) throws SQLException {
        List<M> records = new ArrayList<>();
        while (rows.next()) {
            records.add(reader.read(rows, 1));
        }
        return records;
    }

    /** The first row, if there is one. */
    public final Optional<M> readFirst(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(reader.read(rows, 1)) : Optional.empty();
    }

    final M readOnly(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new SQLException("The database gave no row back.");
        }
        return reader.read(rows, 1);
    }
}
