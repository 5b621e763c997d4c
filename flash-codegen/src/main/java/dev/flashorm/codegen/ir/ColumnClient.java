package dev.flashorm.codegen.ir;

import java.util.Optional;

/**
 * A column.
 *
 * @param name the field's name in the schema file
 * @param databaseName the column's name
 * @param sql the same, quoted
 * @param type what code sees; of the elements if it is a list
 * @param enumName the enum, when the type is one
 * @param compositeName the composite type, when the type is one
 * @param encoding how values travel: the name of a constant that the runtime of each language has for the provider
 * @param arrayType the database's type of an array of this column's values; empty where arrays cannot carry them
 * @param isUpdatedAt set at every write
 * @param isVersion counted up at every change
 * @param isGenerated computed by the database, never written
 */
public record ColumnClient(
        String name,
        String databaseName,
        String sql,
        ValueType type,
        Optional<String> enumName,
        Optional<String> compositeName,
        String encoding,
        Optional<String> arrayType,
        boolean isList,
        boolean isNullable,
        DefaultClient defaultValue,
        boolean isUpdatedAt,
        boolean isVersion,
        boolean isGenerated,
        Optional<String> documentation) {

    /** Whether a new row must be given a value. */
    public boolean isRequiredInDraft() {
        return !isNullable && !isList && !isGenerated && !isUpdatedAt && defaultValue instanceof DefaultClient.None;
    }

    /** Whether the database fills the column of a new row unless it is given a value. */
    public boolean isFilledByDatabase() {
        return defaultValue instanceof DefaultClient.Database;
    }

    /** Whether the database numbers new rows by this column. */
    public boolean isNumbered() {
        return defaultValue instanceof DefaultClient.Database made && made.isNumbered();
    }

    /** Whether the client makes a value for each new row unless it is given one. */
    public boolean isFilledByClient() {
        return defaultValue instanceof DefaultClient.Made;
    }
}
