package dev.flashorm.testing;

/** A running server, or for SQLite a folder. */
public interface TestServer {
    DatabaseName name();

    /** Where it came from: `environment`, `embedded`, `docker`. */
    String origin();

    /** A fresh, empty database; closing it drops it. */
    TestDatabase create();
}
