package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.ScalarField;
import java.util.Map;
import java.util.Optional;

/** How a dialect stores what the schema language says. Names and types are those of the reference implementation. */
public interface ColumnMapping {
    /** The type of a field's column, an array for a list. */
    ColumnType type(ScalarField field);

    /** The numbering of a column, if the database numbers it. */
    Optional<Identity> identity(ScalarField field);

    /** A literal, list or enum value as a default; functions that the client runs have none. */
    Optional<ColumnDefault> defaultValue(ScalarField field, ColumnType type, DefaultValue value);

    /** The kind of an index: `type: Gin`, full text; empty for the dialect's default. */
    Optional<String> indexMethod(Index index);

    /** A key of an index on a column, with what this dialect has of order, length and operator class. */
    IndexPart indexPart(Index index, Index.Part.Column part);

    /** Whether the name of a unique index says that a constraint of the table brings it along. */
    default boolean isConstraintName(String index) {
        return false;
    }

    /** Whether enums are types of their own. */
    boolean hasEnumTypes();

    /** A value of an enum as SQL, where rows hold it as text; empty where enums are types, or rows are not written by SQL. */
    default Optional<String> valueInRows(String value) {
        return Optional.empty();
    }

    /** Whether the table of an implicit many-to-many relation has a primary key; else a unique index does its work. */
    boolean hasManyToManyPrimaryKey();

    /** The schema that needs no name; empty where there are none. */
    Optional<String> defaultSchema();

    /** The longest name, in characters. */
    int maxNameLength();

    /** What a new table carries besides, see {@link dev.flashorm.migrate.physical.Table#options()}. */
    default Map<String, String> tableOptions() {
        return Map.of();
    }
}
