package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of an identity column's sequence: `START WITH 10 INCREMENT BY 2`; one that is not said is the default. */
final class IdentityOptions {
    private IdentityOptions() {}

    /** All of them as the clauses of ALTER COLUMN, where each has a SET of its own. */
    static String set(ColumnType type, String options) {
        long increment = 1;
        boolean cycle = false;
        long cache = 1;
        @Nullable Long start = null;
        @Nullable Long min = null;
        @Nullable Long max = null;
        for (Iterator<String> words = List.of(options.split(" ", -1)).iterator(); words.hasNext(); ) {
            switch (words.next()) {
                case "START" -> start = number(words);
                case "INCREMENT" -> increment = number(words);
                case "MINVALUE" -> min = Long.valueOf(words.next());
                case "MAXVALUE" -> max = Long.valueOf(words.next());
                case "CACHE" -> cache = Long.parseLong(words.next());
                case "CYCLE" -> cycle = true;
                default -> {
                    // An empty text has one empty word.
                }
            }
        }
        boolean up = increment > 0;
        long lowest = min != null ? min : up ? 1 : -limit(type) - 1;
        long highest = max != null ? max : up ? limit(type) : -1;
        List<String> clauses = new ArrayList<>();
        clauses.add("SET INCREMENT BY " + increment);
        clauses.add("SET MINVALUE " + lowest);
        clauses.add("SET MAXVALUE " + highest);
        clauses.add("SET START WITH " + (start != null ? start : up ? lowest : highest));
        clauses.add("SET CACHE " + cache);
        clauses.add(cycle ? "SET CYCLE" : "SET NO CYCLE");
        return String.join(" ", clauses);
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
