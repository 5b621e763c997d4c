package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import java.util.Optional;

/**
 * Fields that a database does not declare, and that were only seen in some of its rows: MongoDB's, in a collection without a
 * validator. The next look may show others, and rows come and go, so they are no ground to call two databases different.
 */
public final class SampledFields {
    private SampledFields() {}

    /**
     * A database with the fields of another wherever one of the two has only seen them.
     *
     * @param database whose tables these are
     * @param other what it is about to be compared with
     */
    public static DatabaseSchema agree(DatabaseSchema database, DatabaseSchema other) {
        return new DatabaseSchema(
                database.schemas(),
                database.extensions(),
                database.enums(),
                database.sequences(),
                database.tables().stream()
                        .map(table -> agree(table, other.table(table.name())))
                        .toList(),
                database.views(),
                database.unmanaged());
    }

    private static Table agree(Table table, Optional<Table> counterpart) {
        return counterpart
                .filter(other -> table.isSampled() || other.isSampled())
                .map(other -> table.withColumns(other.columns()).withOptions(other.options()))
                .orElse(table);
    }
}
