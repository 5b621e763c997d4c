package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of an identity column's sequence: `START WITH 10 INCREMENT BY 2`; one that is not said is the default. */
final class IdentityOptions {
    private final long increment;
    private final long start;
    private final long lowest;
    private final long highest;
    private final long cache;
    private final boolean cycle;

    /** @param options as they stand in parentheses behind IDENTITY */
    IdentityOptions(ColumnType type, String options) {
        long by = 1;
        boolean cycles = false;
        long cached = 1;
        @Nullable Long first = null;
        @Nullable Long min = null;
        @Nullable Long max = null;
        for (Iterator<String> words = List.of(options.split(" ", -1)).iterator(); words.hasNext(); ) {
            switch (words.next()) {
                case "START" -> first = number(words);
                case "INCREMENT" -> by = number(words);
                case "MINVALUE" -> min = Long.valueOf(words.next());
                case "MAXVALUE" -> max = Long.valueOf(words.next());
                case "CACHE" -> cached = Long.parseLong(words.next());
                case "CYCLE" -> cycles = true;
                default -> {
                    // An empty text has one empty word.
                }
            }
        }
        boolean up = by > 0;
        increment = by;
        cycle = cycles;
        cache = cached;
        lowest = min != null ? min : up ? 1 : -limit(type) - 1;
        highest = max != null ? max : up ? limit(type) : -1;
        start = first != null ? first : up ? lowest : highest;
    }

    /** All of them as the clauses of ALTER COLUMN, where each has a SET of its own. */
    String set(IdentityOptions before) {
        List<String> clauses = new ArrayList<>();
        clauses.add("SET INCREMENT BY " + increment);
        clauses.add("SET MINVALUE " + lowest);
        clauses.add("SET MAXVALUE " + highest);
        clauses.add("SET START WITH " + start);
        clauses.add("SET CACHE " + cache);
        clauses.add(cycle ? "SET CYCLE" : "SET NO CYCLE");
        if (restartsAfter(before)) {
            clauses.add("RESTART");
        }
        return String.join(" ", clauses);
    }

    /**
     * The sequence that counts this way.
     *
     * @param owner the column that it goes with, as SQL
     */
    Sequence sequence(ObjectName name, ColumnType type, String owner) {
        return new Sequence(
                name,
                type.name(),
                start,
                increment,
                lowest,
                highest,
                cache,
                cycle,
                Optional.of(owner),
                Optional.empty());
    }

    /** Whether the numbering may stand where the new bounds do not allow it to, which the server refuses. */
    boolean restartsAfter(IdentityOptions before) {
        return before.start < lowest || before.start > highest;
    }

    /** The condition that a number is one that this numbering gives. */
    String range(String column) {
        return column + " BETWEEN " + lowest + " AND " + highest;
    }

    /** The function that finds the last number given. */
    String last() {
        return increment > 0 ? "MAX" : "MIN";
    }

    /** The number after `WITH` or `BY`. */
    private static long number(Iterator<String> words) {
        words.next();
        return Long.parseLong(words.next());
    }

    private static long limit(ColumnType type) {
        return switch (type.name()) {
            case "SMALLINT" -> Short.MAX_VALUE;
            case "BIGINT" -> Long.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
    }
}
