package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What MODIFY does to the values in strict mode, which fails where a value does not fit (section 7.1.11 of the manual).
 */
final class TypeConversions {
    private static final List<String> INTEGERS = List.of("TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT");

    /** The most characters or bytes that a type without a length holds. */
    private static final Map<String, Long> SIZES = Map.of(
            "TINYTEXT", 255L,
            "TEXT", 65_535L,
            "MEDIUMTEXT", 16_777_215L,
            "LONGTEXT", 4_294_967_295L,
            "TINYBLOB", 255L,
            "BLOB", 65_535L,
            "MEDIUMBLOB", 16_777_215L,
            "LONGBLOB", 4_294_967_295L);

    private TypeConversions() {}

    static Conversion of(ColumnType before, ColumnType after) {
        if (before.equals(after)) {
            return Conversion.SAFE;
        }
        if (isText(after)) {
            return text(before, after);
        }
        if (isBinary(before) && isBinary(after)) {
            return size(after) >= size(before) ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        if (before.name().equals("ENUM") && after.name().equals("ENUM")) {
            return new HashSet<>(after.arguments()).containsAll(before.arguments())
                    ? Conversion.SAFE
                    : Conversion.MAY_FAIL;
        }
        if (isNumber(before) && isNumber(after)) {
            return numbers(before, after);
        }
        if (isTemporal(before) && isTemporal(after)) {
            boolean cut = !after.name().equals(before.name()) && !after.name().equals("DATETIME");
            return cut || after.argument(0, 0) < before.argument(0, 0) ? Conversion.LOSSY : Conversion.SAFE;
        }
        return Conversion.MAY_FAIL;
    }

    private static Conversion text(ColumnType before, ColumnType after) {
        if (isText(before)) {
            return size(after) >= size(before) ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        // No number, date or time is longer than the digits of DECIMAL(65, 30), its point and its sign.
        boolean fits = size(after) >= 67 && (isNumber(before) || isTemporal(before));
        return fits ? Conversion.SAFE : Conversion.MAY_FAIL;
    }

    private static Conversion numbers(ColumnType before, ColumnType after) {
        int from = INTEGERS.indexOf(integer(before));
        int to = INTEGERS.indexOf(integer(after));
        if (from >= 0 && to >= 0) {
            boolean sign = before.modifier().equals(after.modifier())
                    || (before.modifier().startsWith("UNSIGNED") && to > from);
            return sign && to >= from ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        if (to >= 0) {
            return Conversion.LOSSY;
        }
        if (after.name().equals("DECIMAL")) {
            int digits = after.argument(0, 10) - after.argument(1, 0);
            if (from >= 0) {
                return digits >= List.of(3, 5, 8, 10, 20).get(from) ? Conversion.SAFE : Conversion.MAY_FAIL;
            }
            if (!before.name().equals("DECIMAL") || after.argument(1, 0) < before.argument(1, 0)) {
                return Conversion.LOSSY;
            }
            return digits >= before.argument(0, 10) - before.argument(1, 0) ? Conversion.SAFE : Conversion.MAY_FAIL;
        }
        boolean exact = after.name().equals("DOUBLE")
                ? (from >= 0 && from < 4) || before.name().equals("FLOAT")
                : from >= 0 && from < 3;
        return exact ? Conversion.SAFE : Conversion.LOSSY;
    }

    private static String integer(ColumnType type) {
        return type.name().equals("BOOLEAN") ? "TINYINT" : type.name();
    }

    static boolean isNumber(ColumnType type) {
        return INTEGERS.contains(integer(type))
                || List.of("DECIMAL", "DOUBLE", "FLOAT").contains(type.name());
    }

    private static boolean isTemporal(ColumnType type) {
        return List.of("DATE", "DATETIME", "TIMESTAMP", "TIME").contains(type.name());
    }

    static boolean isText(ColumnType type) {
        return type.name().endsWith("TEXT") || type.name().endsWith("CHAR");
    }

    private static boolean isBinary(ColumnType type) {
        return type.name().endsWith("BLOB") || type.name().endsWith("BINARY");
    }

    private static long size(ColumnType type) {
        Long size = SIZES.get(type.name());
        return size != null ? size : type.argument(0, 1);
    }
}
