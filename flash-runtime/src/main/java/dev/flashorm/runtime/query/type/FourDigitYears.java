package dev.flashorm.runtime.query.type;

import dev.flashorm.runtime.ValueOutOfRange;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The years 0 to 9999, which are all that some databases keep. It is checked here because they, or their drivers, do not
 * always: what is sent as 16 bits comes back as another year.
 */
public final class FourDigitYears {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LAST_YEAR = 9_999;

    private FourDigitYears() {}

    /** @throws ValueOutOfRange if it is in another year */
    public static Instant checked(Instant value) {
        if (value.isBefore(FIRST) || !value.isBefore(END)) {
            throw refused(value);
        }
        return value;
    }

    /** @throws ValueOutOfRange if it is in another year */
    public static LocalDate checked(LocalDate value) {
        if (value.getYear() < 0 || value.getYear() > LAST_YEAR) {
            throw refused(value);
        }
        return value;
    }

    private static ValueOutOfRange refused(Object value) {
        return new ValueOutOfRange("The database keeps the years 0 to 9999 only, but the value is " + value + ".");
    }
}
