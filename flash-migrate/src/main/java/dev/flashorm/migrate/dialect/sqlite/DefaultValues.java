package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.DefaultMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.SqlExpression;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Defaults as SQLite writes them. */
public final class DefaultValues extends DefaultMapping {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xxx")
            .toFormatter();

    /** Words that are a value each. */
    private static final Set<String> CURRENT = Set.of("current_date", "current_time", "null");

    @Override
    protected String quote(String text) {
        return Names.literal(text);
    }

    @Override
    protected ColumnDefault now(ColumnType type) {
        return new ColumnDefault(ColumnDefault.Kind.NOW, "CURRENT_TIMESTAMP");
    }

    @Override
    protected ColumnDefault bytes(byte[] value) {
        return new ColumnDefault(
                ColumnDefault.Kind.STRING, "X'" + HexFormat.of().formatHex(value) + "'");
    }

    @Override
    protected String dateTime(OffsetDateTime value, ColumnType type) {
        return DATE_TIME.format(value);
    }

    @Override
    protected ColumnDefault generated(String sql, ColumnType type) {
        return parse(sql);
    }

    /** Reads a default as the catalog keeps it: as it was written. */
    public static ColumnDefault parse(String sql) {
        String text = new SqlExpression(sql).withoutParentheses();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("current_timestamp")) {
            return new ColumnDefault(ColumnDefault.Kind.NOW, "CURRENT_TIMESTAMP");
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new ColumnDefault(ColumnDefault.Kind.BOOLEAN, lower);
        }
        if (isQuoted(text, '\'') || (lower.startsWith("x") && isQuoted(text.substring(1), '\''))) {
            return new ColumnDefault(ColumnDefault.Kind.STRING, text);
        }
        // No column can be meant here: the server takes a name for a text ("Double-quoted string literals").
        if (isQuoted(text, '"')) {
            String value = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            return new ColumnDefault(ColumnDefault.Kind.STRING, Names.literal(value));
        }
        if (isName(text) && !CURRENT.contains(lower)) {
            return new ColumnDefault(ColumnDefault.Kind.STRING, Names.literal(text));
        }
        return isNumber(text) ? new ColumnDefault(ColumnDefault.Kind.NUMBER, text) : ColumnDefault.expression(text);
    }

    /** Whether the text is one quoted thing, in which a doubled quote stands for itself. */
    private static boolean isQuoted(String text, char quote) {
        if (text.length() < 2 || text.charAt(0) != quote) {
            return false;
        }
        int i = 1;
        while (i < text.length() - 1) {
            if (text.charAt(i) == quote && text.charAt(++i) != quote) {
                return false;
            }
            i++;
        }
        return i == text.length() - 1 && text.charAt(i) == quote;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    /** Digits with at most one point among them and one sign before them. */
    private static boolean isNumber(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return digits.chars().anyMatch(c -> c != '.')
                && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && digits.indexOf('.') == digits.lastIndexOf('.');
    }

    @Override
    protected Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type) {
        return Optional.empty();
    }
}
