package dev.flashorm.testing;

/** Says on standard error why a way to a server did not work, so that a skip is never silent. */
final class Unavailable {
    private Unavailable() {}

    static void report(DatabaseName name, String origin, Exception cause) {
        System.err.println("[flash-testing] " + name.id() + " (" + origin + ") is not to be had: " + cause);
    }
}
