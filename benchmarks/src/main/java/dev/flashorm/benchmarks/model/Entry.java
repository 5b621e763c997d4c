package dev.flashorm.benchmarks.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record Entry(
        int id, String name, String email, @Nullable String address, boolean flagged, Instant createdAt) {
    private static final long FIRST_SECOND = 1_767_225_600;

    /** The one with this number, the same for everybody. */
    public static Entry numbered(int number) {
        return new Entry(
                0,
                "name " + number,
                "mail" + number + "@x.io",
                number % 2 == 0 ? null : "street " + number,
                number % 3 == 0,
                Instant.ofEpochSecond(FIRST_SECOND + number));
    }

    /** So many of them, from this number on. */
    public static List<Entry> numbered(int first, int count) {
        List<Entry> entries = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            entries.add(numbered(number));
        }
        return entries;
    }

    public Entry withId(int given) {
        return new Entry(given, name, email, address, flagged, createdAt);
    }
}
