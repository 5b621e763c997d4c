package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table with all that belongs to it.
 *
 * @param options what only one dialect has, by key: MySQL's `engine`, SQLite's `strict`; {@link #SAMPLED}
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<TableIndex> indexes,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        Optional<String> comment,
        Map<String, String> options) {
    /** The option of a table whose database declares no columns: those are here that some of its rows have. */
    public static final String SAMPLED = "sampled";

    public Table {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        options = Map.copyOf(options);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** See {@link #SAMPLED}. */
    public boolean isSampled() {
        return options.containsKey(SAMPLED);
    }

    public Table withName(ObjectName other) {
        return new Table(other, columns, primaryKey, indexes, foreignKeys, checks, comment, options);
    }

    public Table withColumns(List<Column> others) {
        return new Table(name, others, primaryKey, indexes, foreignKeys, checks, comment, options);
    }

    public Table withPrimaryKey(Optional<PrimaryKey> other) {
        return new Table(name, columns, other, indexes, foreignKeys, checks, comment, options);
    }

    public Table withIndexes(List<TableIndex> others) {
        return new Table(name, columns, primaryKey, others, foreignKeys, checks, comment, options);
    }

    public Table withForeignKeys(List<ForeignKey> others) {
        return new Table(name, columns, primaryKey, indexes, others, checks, comment, options);
    }

    public Table withOptions(Map<String, String> others) {
        return new Table(name, columns, primaryKey, indexes, foreignKeys, checks, comment, others);
    }

    public Table withChecks(List<Check> others) {
        return new Table(name, columns, primaryKey, indexes, foreignKeys, others, comment, options);
    }
}
