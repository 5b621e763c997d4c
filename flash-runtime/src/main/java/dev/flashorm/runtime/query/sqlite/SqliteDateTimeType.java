package dev.flashorm.runtime.query.sqlite;

import dev.flashorm.runtime.query.type.FourDigitYears;
import dev.flashorm.runtime.query.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * {@code DateTime}: written as {@code 2026-01-31T09:30:00.000+00:00}, whose text sorts as the time does. Read as well:
 * milliseconds since 1970, and {@code 2026-01-31 09:30:00} in UTC as {@code CURRENT_TIMESTAMP} gives it.
 */
final class SqliteDateTimeType extends SqlType<Instant> {
    private static final String UTC = "+00:00";

    /** Lengths of a time before the zone: with one digit of the second's fraction, and with nine. */
    private static final int LEAST = 21;

    private static final int MOST = 29;

    SqliteDateTimeType() {
        super(Types.VARCHAR);
    }

    @Override
    public @Nullable Instant read(ResultSet rows, int index) throws SQLException {
        Object value = rows.getObject(index);
        if (value == null) {
            return null;
        }
        return value instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : parse(value.toString());
    }

    static Instant parse(String text) {
        Instant written = ownText(text);
        return written == null ? foreignText(text) : written;
    }

    /** What {@link #format} has written, which the general parser takes ten times as long for; null for anything else. */
    private static @Nullable Instant ownText(String text) {
        int end = text.length() - UTC.length();
        if (end < LEAST || end > MOST || !text.endsWith(UTC) || !hasSeparators(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nano = number(text, 20, end);
        if ((year | month | day | hour | minute | second | nano) < 0) {
            return null;
        }
        for (int i = end; i < MOST; i++) {
            nano *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nano).toInstant(ZoneOffset.UTC);
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == '.';
    }

    /** The number that stands there; negative if it isn't one. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static Instant foreignText(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (iso.endsWith(UTC)) {
            return LocalDateTime.parse(iso.substring(0, iso.length() - UTC.length()))
                    .toInstant(ZoneOffset.UTC);
        }
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void set(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setString(index, format(value));
    }

    /** With 3, 6 or 9 digits of the second: as the offset's sign sorts before digits, the text still sorts as time. */
    static String format(Instant value) {
        LocalDateTime utc = LocalDateTime.ofInstant(FourDigitYears.checked(value), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32);
        text.append(utc.toLocalDate()).append('T');
        LocalTime time = utc.toLocalTime();
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond()).append('.');
        int nano = time.getNano();
        int digits = nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
        int unit = 100_000_000;
        for (int i = 0; i < digits; i++) {
            text.append((char) ('0' + nano / unit % 10));
            unit /= 10;
        }
        return text.append(UTC).toString();
    }

    private static StringBuilder two(StringBuilder text, int value) {
        return text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }
}
