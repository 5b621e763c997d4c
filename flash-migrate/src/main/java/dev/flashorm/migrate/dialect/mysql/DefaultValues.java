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
final class DefaultValues extends DefaultMapping {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
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
    protected String dateTime(OffsetDateTime value) {
        return DATE_TIME.format(value.withOffsetSameInstant(ZoneOffset.UTC));
    }

    @Override
    protected ColumnDefault generated(String sql, ColumnType type) {
        String upper = sql.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith("CURRENT_TIMESTAMP") || upper.startsWith("NOW(")) {
            return new ColumnDefault(ColumnDefault.Kind.NOW, sql.strip());
        }
        return ColumnDefault.expression(sql);
    }

    @Override
    protected Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type) {
        return Optional.empty();
    }
}
