package dev.flashorm.migrate.physical;

import java.util.Optional;

/**
 * A sequence that no column's {@link Identity} brings along.
 *
 * @param type `bigint` and the like
 * @param ownedBy the column that it goes with, as SQL; empty for none
 */
public record Sequence(
        ObjectName name,
        String type,
        long start,
        long increment,
        long min,
        long max,
        long cache,
        boolean cycle,
        Optional<String> ownedBy,
        Optional<String> comment) {}
