package dev.flashorm.runtime.query.postgresql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Function;

/**
 * Dates and times as the server writes and reads them, in the {@code ISO} style that the driver asks for: years before
 * the first end with {@code BC}, those after 9999 have no sign (PostgreSQL manual, 8.5). {@code infinity} is
 * {@link Instant#MAX} or {@link LocalDate#MAX}, {@code -infinity} is {@code MIN}: the server's own times end long before.
 */
final class TimeText {
    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";
    private static final String BEFORE_CHRIST = " BC";
    private static final int YEAR_DIGITS = 4;
    private static final DateTimeFormatter ZONED_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();
    private static final Instant LATEST = LocalDateTime.MAX.toInstant(ZoneOffset.UTC);
    private static final Instant EARLIEST = LocalDateTime.MIN.toInstant(ZoneOffset.UTC);

    private TimeText() {}

    /** Whether the driver, too, has no date for it. */
    static boolean isInfinite(Instant value) {
        return !value.isBefore(LATEST) || !value.isAfter(EARLIEST);
    }

    static String infinite(Instant value) {
        return value.isAfter(Instant.EPOCH) ? INFINITY : MINUS_INFINITY;
    }

    static String timestamp(Instant value) {
        return isInfinite(value) ? infinite(value) : dateTime(value, "");
    }

    static String timestamptz(Instant value) {
        return isInfinite(value) ? infinite(value) : dateTime(value, "+00");
    }

    private static String dateTime(Instant value, String zone) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return day(utc.toLocalDate()) + ' ' + utc.toLocalTime() + zone + era(utc.getYear());
    }

    static String date(LocalDate value) {
        if (value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN)) {
            return value.equals(LocalDate.MAX) ? INFINITY : MINUS_INFINITY;
        }
        return day(value) + era(value.getYear());
    }

    /** Without the era. */
    private static String day(LocalDate value) {
        int year = value.getYear() > 0 ? value.getYear() : 1 - value.getYear();
        String digits = Integer.toString(year);
        String rest = value.withYear(4).toString().substring(YEAR_DIGITS);
        return "0".repeat(Math.max(0, YEAR_DIGITS - digits.length())) + digits + rest;
    }

    private static String era(int year) {
        return year > 0 ? "" : BEFORE_CHRIST;
    }

    static Instant parseTimestamp(String text) {
        return parse(text, rest -> LocalTime.parse(rest).atOffset(ZoneOffset.UTC));
    }

    static Instant parseTimestamptz(String text) {
        return parse(text, rest -> OffsetTime.parse(rest, ZONED_TIME));
    }

    private static Instant parse(String text, Function<String, OffsetTime> time) {
        if (text.endsWith(INFINITY)) {
            return text.equals(INFINITY) ? Instant.MAX : Instant.MIN;
        }
        boolean isBefore = text.endsWith(BEFORE_CHRIST);
        String value = isBefore ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text;
        int space = value.indexOf(' ');
        return time.apply(value.substring(space + 1))
                .atDate(parseDay(value.substring(0, space), isBefore))
                .toInstant();
    }

    static LocalDate parseDate(String text) {
        if (text.endsWith(INFINITY)) {
            return text.equals(INFINITY) ? LocalDate.MAX : LocalDate.MIN;
        }
        return text.endsWith(BEFORE_CHRIST)
                ? parseDay(text.substring(0, text.length() - BEFORE_CHRIST.length()), true)
                : parseDay(text, false);
    }

    private static LocalDate parseDay(String text, boolean isBefore) {
        int month = text.indexOf('-') + 1;
        int day = text.indexOf('-', month) + 1;
        int year = Integer.parseInt(text, 0, month - 1, 10);
        return LocalDate.of(
                isBefore ? 1 - year : year,
                Integer.parseInt(text, month, day - 1, 10),
                Integer.parseInt(text, day, text.length(), 10));
    }

    /** {@code timetz}, as the time of day in UTC. */
    static LocalTime parseTimetz(String text) {
        return OffsetTime.parse(text, ZONED_TIME)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalTime();
    }
}
