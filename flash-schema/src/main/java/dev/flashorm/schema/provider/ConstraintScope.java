package dev.flashorm.schema.provider;

import java.util.Set;

/**
 * Within what names of constraints must differ.
 *
 * @param perTable among those of one table, else among those of a database schema
 * @param kinds whose names share the space
 */
public record ConstraintScope(boolean perTable, Set<Kind> kinds) {
    public ConstraintScope {
        kinds = Set.copyOf(kinds);
    }

    /** What has a name. */
    public enum Kind {
        PRIMARY_KEY,
        /** Uniques and indexes. */
        INDEX,
        FOREIGN_KEY
    }
}
