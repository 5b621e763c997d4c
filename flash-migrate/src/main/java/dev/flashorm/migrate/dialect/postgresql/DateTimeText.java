package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnType;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Dates and times in the one spelling that the server prints, in UTC. */
final class DateTimeText {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DATE_TIME)
            .appendPattern("[xxx][x]")
            .toFormatter();

    private DateTimeText() {}

    /** What a column of a type makes of a value: without a zone it passes over the offset (section 8.5.1.3). */
    static String of(OffsetDateTime value, ColumnType type) {
        LocalDateTime local = rounded(value.toLocalDateTime(), type.argument(0, 6));
        return switch (type.name()) {
            case "DATE" -> value.toLocalDate().toString();
            case "TIME" -> TIME.format(local);
            case "TIMETZ" -> TIME.format(local) + offset(value.getOffset());
            case "TIMESTAMP" -> DATE_TIME.format(local);
            default -> inUtc(local.atOffset(value.getOffset()));
        };
    }

    /** A value from the catalog: a time with a zone is printed in the session's own. */
    static String canonical(String printed, ColumnType type) {
        if (!type.name().equals("TIMESTAMPTZ")) {
            return printed;
        }
        try {
            return inUtc(OffsetDateTime.parse(printed, WITH_OFFSET));
        } catch (DateTimeParseException infinityOrBeforeChrist) {
            return printed;
        }
    }

    private static String inUtc(OffsetDateTime value) {
        return DATE_TIME.format(value.withOffsetSameInstant(ZoneOffset.UTC)) + "+00";
    }

    private static String offset(ZoneOffset offset) {
        String text = offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
        return text.endsWith(":00") ? text.substring(0, text.length() - ":00".length()) : text;
    }

    private static LocalDateTime rounded(LocalDateTime value, int digits) {
        Duration unit = Duration.ofNanos((long) Math.pow(10, 9 - digits));
        LocalDateTime second = value.truncatedTo(ChronoUnit.SECONDS);
        long units = Duration.between(second, value.plus(unit.dividedBy(2))).dividedBy(unit);
        return second.plus(unit.multipliedBy(units));
    }
}
