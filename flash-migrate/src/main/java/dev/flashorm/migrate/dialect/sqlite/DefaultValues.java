package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.DefaultMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defaults as SQLite writes them. */
public final class DefaultValues extends DefaultMapping {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xxx")
            .toFormatter();

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
    protected String dateTime(OffsetDateTime value) {
        return DATE_TIME.format(value);
    }

    @Override
    protected ColumnDefault generated(String sql, ColumnType type) {
        return parse(sql);
    }

    /** Reads a default as the catalog keeps it: as it was written. */
    public static ColumnDefault parse(String sql) {
        String text = sql.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("current_timestamp")) {
            return new ColumnDefault(ColumnDefault.Kind.NOW, "CURRENT_TIMESTAMP");
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new ColumnDefault(ColumnDefault.Kind.BOOLEAN, lower);
        }
        boolean string = text.endsWith("'")
                && ((text.length() > 1 && text.startsWith("'")) || (text.length() > 2 && lower.startsWith("x'")));
        if (string) {
            return new ColumnDefault(ColumnDefault.Kind.STRING, text);
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            // No column can be meant here: the server takes it for a text ("Double-quoted string literals").
            String value = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            return new ColumnDefault(ColumnDefault.Kind.STRING, Names.literal(value));
        }
        boolean digits = !text.isEmpty()
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
        return digits ? new ColumnDefault(ColumnDefault.Kind.NUMBER, text) : ColumnDefault.expression(text);
    }

    @Override
    protected Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type) {
        return Optional.empty();
    }
}
