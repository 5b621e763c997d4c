package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.List;
import java.util.Optional;

/** What the databases differ in when data is checked before a migration. */
public interface CheckSyntax {
    String quote(String name);

    String quote(ObjectName name);

    /** Whether the server fills a new required column without a default by itself. */
    default boolean fillsRequired() {
        return false;
    }

    /** Whether two rows without a value are equal to a unique index. */
    default boolean nullsAreEqual(TableIndex index) {
        return false;
    }

    /** A key of a unique index as an expression: two rows that are equal in it are duplicates. */
    String uniqueKey(IndexPart part);

    /** The condition that a value of the column before does not fit the column after; empty where it cannot be said. */
    Optional<String> misfit(Column before, Column after);

    /** The condition that the column, or an item of it, is none of these values. */
    String isNone(Column column, List<String> values);
}
