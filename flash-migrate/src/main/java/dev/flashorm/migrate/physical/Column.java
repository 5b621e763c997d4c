package dev.flashorm.migrate.physical;

import java.util.Map;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param collation where it is not the table's or the database's own
 * @param options what only one dialect has, as SQL by key, for example MySQL's `on update`
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<ColumnDefault> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment,
        Map<String, String> options) {
    public Column {
        options = Map.copyOf(options);
    }

    /** A column that has nothing but a type. */
    public static Column of(String name, ColumnType type, boolean nullable) {
        return new Column(
                name,
                type,
                nullable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public Column withName(String other) {
        return new Column(other, type, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withType(ColumnType other) {
        return new Column(name, other, nullable, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withDefault(Optional<ColumnDefault> other) {
        return new Column(name, type, nullable, other, identity, generated, collation, comment, options);
    }

    public Column withIdentity(Optional<Identity> other) {
        return new Column(name, type, nullable, defaultValue, other, generated, collation, comment, options);
    }

    public Column withGenerated(Optional<Generated> other) {
        return new Column(name, type, nullable, defaultValue, identity, other, collation, comment, options);
    }

    public Column withComment(Optional<String> other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, other, options);
    }

    public Column withCollation(Optional<String> other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, other, comment, options);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, defaultValue, identity, generated, collation, comment, options);
    }

    public Column withOptions(Map<String, String> other) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, other);
    }
}
