package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.DefaultMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Defaults as PostgreSQL writes them. */
final class DefaultValues extends DefaultMapping {
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
                ColumnDefault.Kind.STRING, "'\\x" + HexFormat.of().formatHex(value) + "'");
    }

    @Override
    protected String dateTime(OffsetDateTime value) {
        return DATE_TIME.format(value);
    }

    @Override
    protected ColumnDefault generated(String sql, ColumnType type) {
        return CatalogDefaults.parse(sql, type);
    }

    @Override
    protected Optional<ColumnDefault> list(List<ColumnDefault> items, ColumnType type) {

        return Optional.of(
                ArrayDefaults.of(items.stream().map(ColumnDefault::sql).toList(), type));
    }
}
