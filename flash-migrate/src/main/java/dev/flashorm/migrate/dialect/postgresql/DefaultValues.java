package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.DefaultMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defaults as PostgreSQL writes them. */
final class DefaultValues extends DefaultMapping {
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
    protected String dateTime(OffsetDateTime value, ColumnType type) {
        return DateTimeText.of(value, type);
    }

    @Override
    protected String text(String value, ColumnType type) {
        return switch (type.name()) {
            case "JSONB" -> JsonbText.canonical(value);
            case "UUID" -> value.toLowerCase(Locale.ROOT);
            default -> value;
        };
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
