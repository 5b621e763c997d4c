package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.dialect.mysql.DefaultValues;
import dev.flashorm.migrate.dialect.mysql.Names;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnDefault.Kind;
import dev.flashorm.migrate.physical.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads `COLUMN_DEFAULT`. MySQL gives the bare value, and marks expressions in `EXTRA`; MariaDB gives SQL, and `NULL` for a
 * column that merely may be NULL.
 */
final class DefaultReader {
    private static final Set<String> NUMBERS =
            Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE", "YEAR");
    private static final Set<String> TEMPORAL = Set.of("DATETIME", "TIMESTAMP", "TIME", "DATE");
    private static final Set<String> BINARY =
            Set.of("BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB");

    private static final Set<String> CHOICES = Set.of("ENUM", "SET");

    private final Server server;

    DefaultReader(Server server) {
        this.server = server;
    }

    Optional<ColumnDefault> read(Optional<String> printed, ColumnType type, boolean expression) {
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        String text = printed.get();
        if (server == Server.MARIADB) {
            return text.equals("NULL") ? Optional.empty() : Optional.of(ofSql(text, type));
        }
        if (expression) {
            return text.equalsIgnoreCase("NULL")
                    ? Optional.empty()
                    : Optional.of(ofSql(ExpressionText.plain(server, text), type));
        }
        return Optional.of(ofValue(text, type));
    }

    private static ColumnDefault ofSql(String sql, ColumnType type) {
        String upper = sql.toUpperCase(Locale.ROOT);
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            return ofValue(upper.equals("TRUE") ? "1" : "0", type);
        }
        if (ExpressionText.isString(sql)) {
            return ofValue(ExpressionText.valueOf(sql), type);
        }
        boolean literal = isNumber(sql) || upper.startsWith("0X") || upper.startsWith("B'");
        return literal ? ofValue(sql, type) : DefaultValues.expression(sql, type);
    }

    private static ColumnDefault ofValue(String value, ColumnType type) {
        String name = type.name();
        if (name.equals("BOOLEAN") && (value.equals("0") || value.equals("1"))) {
            return truth(value.equals("1"));
        }
        if (name.equals("BIT")) {
            boolean one = type.argument(0, 1) == 1;
            return one && (value.equals("b'0'") || value.equals("b'1'"))
                    ? truth(value.equals("b'1'"))
                    : ColumnDefault.expression(value);
        }
        if (NUMBERS.contains(name) && isNumber(value)) {
            return new ColumnDefault(Kind.NUMBER, value);
        }
        if (BINARY.contains(name) && value.startsWith("0x")) {
            // The server prints no byte as a hexadecimal number without a digit, which it does not read itself.
            return new ColumnDefault(
                    Kind.STRING, value.length() == 2 ? Names.literal("") : value.toLowerCase(Locale.ROOT));
        }
        if (CHOICES.contains(name)
                && value.startsWith("0x")
                && !type.arguments().contains(Names.literal(value))) {
            return new ColumnDefault(Kind.STRING, Names.literal(ofBytes(value)));
        }
        String text = TEMPORAL.contains(name) ? withoutEmptyFraction(value) : value;
        return new ColumnDefault(Kind.STRING, Names.literal(text));
    }

    /** As the server prints a value of the binary character set. */
    private static String ofBytes(String hexadecimal) {
        return new String(HexFormat.of().parseHex(hexadecimal, 2, hexadecimal.length()), StandardCharsets.UTF_8);
    }

    private static ColumnDefault truth(boolean value) {
        return new ColumnDefault(Kind.BOOLEAN, Boolean.toString(value));
    }

    /** The server fills the fraction up to the column's digits. */
    private static String withoutEmptyFraction(String time) {
        int dot = time.lastIndexOf('.');
        if (dot < 0) {
            return time;
        }
        int end = time.length();
        while (end > dot + 1 && time.charAt(end - 1) == '0') {
            end--;
        }
        return time.substring(0, end == dot + 1 ? dot : end);
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).scale() < 10_000;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
