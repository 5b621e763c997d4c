package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.DefaultMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defaults as MySQL writes them. */
public final class DefaultValues extends DefaultMapping {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter();

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd ")
            .append(TIME)
            .toFormatter();

    @Override
    protected String quote(String text) {
        return Names.literal(text);
    }

    /** The fraction must be the column's own. */
    @Override
    protected ColumnDefault now(ColumnType type) {
        int digits = type.argument(0, 0);
        return new ColumnDefault(ColumnDefault.Kind.NOW, "CURRENT_TIMESTAMP" + (digits == 0 ? "" : "(" + digits + ")"));
    }

    @Override
    protected ColumnDefault bytes(byte[] value) {
        return new ColumnDefault(
                ColumnDefault.Kind.STRING, "0x" + HexFormat.of().formatHex(value));
    }

    /** MySQL keeps no zone: the time is UTC's, as everywhere in the client. */
    @Override
    protected String dateTime(OffsetDateTime value, ColumnType type) {
        OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
        return switch (type.name()) {
            case "DATE" -> utc.toLocalDate().toString();
            case "TIME" -> TIME.format(utc);
            default -> DATE_TIME.format(utc);
        };
    }

    @Override
    protected ColumnDefault generated(String sql, ColumnType type) {
        return expression(sql, type);
    }

    /** Only a date with a time takes the present time by its name; a column of any other type has it computed. */
    public static ColumnDefault expression(String sql, ColumnType type) {
        String upper = sql.strip().toUpperCase(Locale.ROOT).replace("NOW(", "CURRENT_TIMESTAMP(");
        String digits =
                type.arguments().isEmpty() ? "()" : "(" + type.arguments().get(0) + ")";
        boolean dated = type.name().equals("DATETIME") || type.name().equals("TIMESTAMP");
        if (dated && (upper.equals("CURRENT_TIMESTAMP") || upper.equals("CURRENT_TIMESTAMP" + digits))) {
            return new ColumnDefault(ColumnDefault.Kind.NOW, upper.replace("()", ""));
        }
        return ColumnDefault.expression(sql);
    }

    @Override
    protected Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type) {
        return Optional.empty();
    }
}
