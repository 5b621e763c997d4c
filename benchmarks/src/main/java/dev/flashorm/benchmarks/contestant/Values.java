package dev.flashorm.benchmarks.contestant;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How a database keeps times and decimals: where it has no type for them, the contestants agree on one form. */
public enum Values {
    POSTGRESQL,
    MYSQL,
    SQLITE {
        @Override
        public @Nullable Instant instant(ResultSet rows, int index) throws SQLException {
            String value = rows.getString(index);
            return value == null ? null : OffsetDateTime.parse(value).toInstant();
        }

        @Override
        public void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
            statement.setString(index, text(value));
        }

        @Override
        public BigDecimal decimal(ResultSet rows, int index) throws SQLException {
            return BigDecimal.valueOf(rows.getDouble(index));
        }
    };

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    public static Values of(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlite:")
                ? SQLITE
                : jdbcUrl.startsWith("jdbc:postgresql:") ? POSTGRESQL : MYSQL;
    }

    /** As SQLite keeps it: {@code 2026-01-31T09:30:00.000+00:00}. */
    public static String text(Instant value) {
        return TEXT.format(value.atOffset(ZoneOffset.UTC));
    }

    /** Whether an insert can give its row back. */
    public boolean hasReturning() {
        return this != MYSQL;
    }

    public @Nullable Instant instant(ResultSet rows, int index) throws SQLException {
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    public void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setObject(index, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }

    public BigDecimal decimal(ResultSet rows, int index) throws SQLException {
        return rows.getBigDecimal(index);
    }
}
