package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.List;
import java.util.Optional;

/** What a change of type does to the values, by the casts that PostgreSQL has (chapter 10 of the manual, pg_cast). */
final class TypeConversions {
    private static final List<String> INTEGERS = List.of("SMALLINT", "INTEGER", "BIGINT");
    private static final List<String> TEXTS = List.of("TEXT", "VARCHAR", "CHAR", "CITEXT", "bpchar");
    private static final List<String> TEMPORAL = List.of("TIMESTAMP", "TIMESTAMPTZ", "DATE");

    /** The kinds of types between which no value has a meaning. */
    private enum Family {
        TEXT,
        NUMBER,
        BOOLEAN,
        TEMPORAL,
        TIME,
        JSON,
        UUID,
        BYTES,
        BITS,
        ENUM,
        OTHER
    }

    private TypeConversions() {}

    static Conversion of(ColumnType before, ColumnType after) {
        if (before.equals(after)) {
            return Conversion.SAFE;
        }
        if (before.array() != after.array()) {
            if (isUnbounded(after)) {
                return Conversion.SAFE;
            }
            return after.array() && before.equals(after.element()) ? Conversion.SAFE : Conversion.NONE;
        }
        if (isUnbounded(after)) {
            return Conversion.SAFE;
        }
        Family from = family(before);
        Family to = family(after);
        if (from == to) {
            return within(from, before, after);
        }
        if (from == Family.TEXT || to == Family.TEXT || from == Family.OTHER || to == Family.OTHER) {
            return Conversion.MAY_FAIL;
        }
        boolean booleanNumber = (from == Family.BOOLEAN && INTEGERS.contains(after.name()))
                || (to == Family.BOOLEAN && INTEGERS.contains(before.name()));
        if (booleanNumber) {
            return from == Family.BOOLEAN ? Conversion.SAFE : Conversion.LOSSY;
        }
        return from == Family.TEMPORAL && to == Family.TIME ? Conversion.LOSSY : Conversion.NONE;
    }

    /** The expression after USING; empty where an assignment cast does it. */
    static Optional<String> using(String column, ColumnType before, ColumnType after) {
        if (after.array() && !before.array() && before.equals(after.element())) {
            return Optional.of("CASE WHEN " + column + " IS NULL THEN NULL ELSE ARRAY[" + column + "] END");
        }
        Family from = family(before);
        Family to = family(after);
        if (to == Family.TEXT || (from == to && from != Family.ENUM && from != Family.OTHER)) {
            return Optional.empty();
        }
        if (from == Family.BOOLEAN || (to == Family.BOOLEAN && from == Family.NUMBER)) {
            return Optional.of(column + "::INTEGER::" + Ddl.type(after));
        }
        if (from == Family.TEMPORAL && to == Family.TIME) {
            return Optional.of(column + "::" + Ddl.type(after));
        }
        return Optional.of("(" + column + "::text" + (before.array() ? "[]" : "") + ")::" + Ddl.type(after));
    }

    /** Whether the server compares the two, so that a foreign key between them holds through the change. */
    static boolean comparable(ColumnType before, ColumnType after) {
        Family from = family(before);
        return before.array() == after.array()
                && from == family(after)
                && from != Family.OTHER
                && from != Family.ENUM
                && (from != Family.NUMBER
                        || before.name().equals("DECIMAL") == after.name().equals("DECIMAL"));
    }

    static boolean isNumber(ColumnType type) {
        return family(type) == Family.NUMBER;
    }

    static boolean isText(ColumnType type) {
        return family(type) == Family.TEXT;
    }

    private static boolean isUnbounded(ColumnType type) {
        return !type.array()
                && (type.name().equals("TEXT")
                        || type.name().equals("CITEXT")
                        || (type.name().equals("VARCHAR") && type.arguments().isEmpty()));
    }

    private static Family family(ColumnType type) {
        String name = type.name();
        if (type.enumName().isPresent()) {
            return Family.ENUM;
        }
        if (TEXTS.contains(name)) {
            return Family.TEXT;
        }
        if (INTEGERS.contains(name)
                || List.of("DECIMAL", "REAL", "DOUBLE PRECISION").contains(name)) {
            return Family.NUMBER;
        }
        if (TEMPORAL.contains(name)) {
            return Family.TEMPORAL;
        }
        return switch (name) {
            case "BOOLEAN" -> Family.BOOLEAN;
            case "TIME", "TIMETZ" -> Family.TIME;
            case "JSON", "JSONB" -> Family.JSON;
            case "UUID" -> Family.UUID;
            case "BYTEA" -> Family.BYTES;
            case "BIT", "VARBIT" -> Family.BITS;
            default -> Family.OTHER;
        };
    }

    private static Conversion within(Family family, ColumnType before, ColumnType after) {
        return switch (family) {
            case NUMBER -> numbers(before, after);
            case TEXT -> {
                int from = before.argument(0, Integer.MAX_VALUE);
                yield after.argument(0, Integer.MAX_VALUE) >= from
                                && !after.name().equals("CHAR")
                        ? Conversion.SAFE
                        : Conversion.MAY_FAIL;
            }
            case TEMPORAL, TIME -> {
                boolean cut = after.name().equals("DATE") && !before.name().equals("DATE");
                yield cut || after.argument(0, 6) < before.argument(0, 6) ? Conversion.LOSSY : Conversion.SAFE;
            }
            case JSON, BYTES, UUID, BOOLEAN -> Conversion.SAFE;
            case BITS, ENUM, OTHER -> Conversion.MAY_FAIL;
        };
    }

    private static Conversion numbers(ColumnType before, ColumnType after) {
        int from = INTEGERS.indexOf(before.name());
        int to = INTEGERS.indexOf(after.name());
        if (from >= 0 && to >= 0) {
            return to >= from ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        if (to >= 0) {
            return Conversion.LOSSY;
        }
        if (!after.name().equals("DECIMAL")) {
            boolean exact = (from >= 0 && from < (after.name().equals("DOUBLE PRECISION") ? 2 : 1))
                    || before.name().equals("REAL");
            return exact ? Conversion.SAFE : Conversion.LOSSY;
        }
        if (after.arguments().isEmpty()) {
            return Conversion.SAFE;
        }
        int digits = after.argument(0, 0) - after.argument(1, 0);
        if (from >= 0) {
            return digits >= List.of(5, 10, 19).get(from) ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        if (!before.name().equals("DECIMAL")
                || before.arguments().isEmpty()
                || after.argument(1, 0) < before.argument(1, 0)) {
            return Conversion.LOSSY;
        }
        return digits >= before.argument(0, 0) - before.argument(1, 0) ? Conversion.SAFE : Conversion.MAY_FAIL;
    }
}
