package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A table as generated code describes it: it makes the constants of a model's columns and relations, in the order in
 * which the model's record has them.
 *
 * @param <M> the record of a row
 */
public final class Table<M> {
    private final String model;
    private final String sql;
    private final RowReader<M> reader;
    private final RowValues<M> values;
    private final List<Column<M, ?>> columns = new ArrayList<>();
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

    /** The model's name in the schema file. */
    public String model() {
        return model;
    }

    public StringColumn<M> string(String name, String quoted, ColumnType<String> type) {
        return add(new StringColumn<>(this, columns.size(), name, quoted, type));
    }

    public <T extends Number & Comparable<T>> NumberColumn<M, T> number(
            String name, String quoted, ColumnType<T> type) {
        return add(new NumberColumn<>(this, columns.size(), name, quoted, type));
    }

    public <T> TimeColumn<M, T> time(String name, String quoted, ColumnType<T> type) {
        return add(new TimeColumn<>(this, columns.size(), name, quoted, type));
    }

    public BooleanColumn<M> bool(String name, String quoted, ColumnType<Boolean> type) {
        return add(new BooleanColumn<>(this, columns.size(), name, quoted, type));
    }

    public <T> ValueColumn<M, T> value(String name, String quoted, ColumnType<T> type) {
        return add(new ValueColumn<>(this, columns.size(), name, quoted, type));
    }

    public JsonColumn<M> json(String name, String quoted, ColumnType<Json> type) {
        return add(new JsonColumn<>(this, columns.size(), name, quoted, type));
    }

    public <E> ArrayColumn<M, E> array(String name, String quoted, ColumnType<List<E>> type, ColumnType<E> element) {
        return add(new ArrayColumn<>(this, columns.size(), name, quoted, type, element));
    }

    /** One record at most: where `remote` equal `local`. */
    public <T> ToOne<M, T> toOne(
            String name, List<? extends Column<M, ?>> local, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToOne<>(name, new Link<>(relations++, local, remote, null));
    }

    /** Any number of records: those where `remote` equal `local`. */
    public <T> ToMany<M, T> toMany(
            String name, List<? extends Column<M, ?>> local, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToMany<>(name, new Link<>(relations++, local, remote, null));
    }

    /** Any number of records, by a table of pairs. */
    public <T> ToMany<M, T> manyToMany(
            String name, Column<M, ?> local, JoinTable through, Supplier<List<? extends Column<T, ?>>> remote) {
        return new ToMany<>(name, new Link<>(relations++, List.of(local), remote, through));
    }

    private <C extends Column<M, ?>> C add(C column) {
        columns.add(column);
        return column;
    }

    String sql() {
        return sql;
    }

    List<Column<M, ?>> columns() {
        return columns;
    }

    RowValues<M> values() {
        return values;
    }

    RowReader<M> reader() {
        return reader;
    }

    List<M> readAll(ResultSet rows) throws SQLException {
        List<M> records = new ArrayList<>();
        while (rows.next()) {
            records.add(reader.read(rows, 1));
        }
        return records;
    }

    /** The first row, if there is one. */
    public Optional<M> readFirst(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(reader.read(rows, 1)) : Optional.empty();
    }

    M readOnly(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new SQLException("The database gave no row back.");
        }
        return reader.read(rows, 1);
    }
}
