package dev.flashorm.cli.command;

import java.util.Optional;

/** Numbers with their nouns. */
final class Counted {
    private Counted() {}

    /** `1 model`, `2 models`, `no models`. */
    static String of(long count, String noun) {
        return (count == 0 ? "no" : Long.toString(count)) + " " + noun + (count == 1 ? "" : "s");
    }

    /** `12 ms`, `3.4 s`. */
    static String duration(long nanoseconds) {
        long milliseconds = nanoseconds / 1_000_000;
        return milliseconds < 1000
                ? milliseconds + " ms"
                : milliseconds / 1000 + "." + milliseconds % 1000 / 100 + " s";
    }

    /** A number from 1 to 99999 that somebody typed; empty for anything else. */
    static Optional<Integer> parse(String typed) {
        boolean digits = !typed.isEmpty() && typed.length() < 6 && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(typed)).filter(number -> number > 0) : Optional.empty();
    }
}
