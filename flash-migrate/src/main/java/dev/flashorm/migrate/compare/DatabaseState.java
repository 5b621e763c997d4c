package dev.flashorm.migrate.compare;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.schema.model.Schema;

/** What a database holds, or is to hold. */
public sealed interface DatabaseState {
    /** Nothing. */
    record Empty() implements DatabaseState {}

    /** What a valid schema describes. */
    record Described(Schema schema) implements DatabaseState {}

    /** What was read from a database. */
    record Found(DatabaseSchema database) implements DatabaseState {}
}
