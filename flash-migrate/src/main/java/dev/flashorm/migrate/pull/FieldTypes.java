package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.List;
import java.util.Optional;

/** How the schema language calls the column types of one kind of database: the way back from `ColumnMapping`. */
public interface FieldTypes {
    /** The type of a column or of the items of an array; empty when the language has none and enums aside. */
    Optional<PulledType> of(ColumnType type);

    /** Whether the language says both alike, so that a change from one to the other could not be asked for. */
    default boolean areSaidAlike(ColumnType one, ColumnType other) {
        Optional<PulledType> said = of(one);
        return said.isPresent() && said.equals(of(other));
    }

    /** Whether the language wants a length where an index has such a column. */
    default boolean isTooLongForKey(ColumnType type) {
        return false;
    }

    /** A type that the language has no name for, in the spelling of its database. */
    default String unsupported(ColumnType type) {
        return type.toString();
    }

    /** The values of an enum that is the column's own, unquoted; empty for any other type. */
    Optional<List<String>> enumValues(ColumnType type);

    /** The members of a document inside of a document (MongoDB); empty for any other type. */
    default Optional<List<Column>> members(ColumnType type) {
        return Optional.empty();
    }

    /** Whether the database fills in defaults; if not, it cannot tell them either. */
    default boolean hasDefaults() {
        return true;
    }

    /** What a string literal of the dialect stands for. */
    default String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
