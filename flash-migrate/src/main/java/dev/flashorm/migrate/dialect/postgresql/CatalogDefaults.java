package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a default as `pg_get_expr` prints it: `'[]'::jsonb` is the string `'[]'`, `'-1'::integer` the number -1. */
public final class CatalogDefaults {
    private static final Set<String> NUMBERS =
            Set.of("SMALLINT", "INTEGER", "BIGINT", "DECIMAL", "REAL", "DOUBLE PRECISION");
    private static final Set<String> NOW = Set.of("current_timestamp", "now()", "transaction_timestamp()");

    private CatalogDefaults() {}

    public static ColumnDefault parse(String sql, ColumnType type) {
        String text = sql.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (NOW.contains(lower)) {
            return new ColumnDefault(ColumnDefault.Kind.NOW, "CURRENT_TIMESTAMP");
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new ColumnDefault(ColumnDefault.Kind.BOOLEAN, lower);
        }
        Optional<ColumnDefault> array = type.array() ? ArrayDefaults.parse(text, type) : Optional.empty();
        if (array.isPresent()) {
            return array.get();
        }
        String value = withoutCast(text);
        if (value.startsWith("'") && endOfString(value) == value.length()) {
            String inside = value.substring(1, value.length() - 1);
            if (NUMBERS.contains(type.name()) && !type.array() && isNumber(inside)) {
                return new ColumnDefault(ColumnDefault.Kind.NUMBER, inside);
            }
            return new ColumnDefault(
                    ColumnDefault.Kind.STRING, type.array() ? value : "'" + DateTimeText.canonical(inside, type) + "'");
        }
        String bare = value.startsWith("(") && value.endsWith(")") ? value.substring(1, value.length() - 1) : value;
        if (isNumber(bare)) {
            return new ColumnDefault(ColumnDefault.Kind.NUMBER, bare);
        }
        return ColumnDefault.expression(text);
    }

    /** Drops one cast after a string or number that is the whole of the text. */
    static String withoutCast(String text) {
        int end = text.startsWith("'") ? endOfString(text) : text.indexOf("::");
        boolean cast = end > 0 && text.startsWith("::", end);
        if (!cast) {
            return text;
        }
        String type = text.substring(end + 2);
        boolean plain = type.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_ .\"(),[]".indexOf(c) >= 0);
        String value = text.substring(0, end);
        return plain && (text.startsWith("'") || isNumber(value)) ? value : text;
    }

    static int endOfString(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).scale() < 10_000;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
