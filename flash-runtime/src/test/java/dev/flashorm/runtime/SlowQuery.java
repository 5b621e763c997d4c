package dev.flashorm.runtime;

import dev.flashorm.testing.DatabaseName;

/** A query of one value that takes far longer than any test. */
final class SlowQuery {
    private SlowQuery() {}

    static String of(DatabaseName name) {
        return switch (name) {
            case POSTGRESQL -> "SELECT pg_sleep(60)";
            case MYSQL, MARIADB ->
                "SELECT count(*) FROM information_schema.columns a,"
                        + " information_schema.columns b, information_schema.columns c WHERE"
                        + " concat(a.column_name, b.column_name, c.column_name) = 'x'";
            case MONGODB -> throw new IllegalArgumentException("MongoDB has no SQL");
            case SQLITE ->
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
                        + " SELECT max(i) FROM n";
        };
    }

    /** Some seconds: a server goes on with it when its client is gone. */
    static String ofSeconds(DatabaseName name) {
        return switch (name) {
            case POSTGRESQL -> "SELECT pg_sleep(3)";
            case MYSQL, MARIADB -> "SELECT sleep(3)";
            case SQLITE, MONGODB -> of(name);
        };
    }
}
