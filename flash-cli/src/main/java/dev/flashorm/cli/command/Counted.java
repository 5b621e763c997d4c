package dev.flashorm.cli.command;

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
}
