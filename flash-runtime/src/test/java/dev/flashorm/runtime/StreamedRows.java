package dev.flashorm.runtime;

import java.util.stream.Stream;

/** Reads more than its memory can hold: run with a small heap. */
final class StreamedRows {
    static final int ROWS = 100_000;

    /** A thousand rows of 1000 characters. */
    static String some(DatabaseKind kind) {
        return sql(kind, "d a, d b, d c");
    }

    /** 1000 characters in each row: at least 100 MB. */
    private static String all(DatabaseKind kind) {
        return sql(kind, "d a, d b, d c, d d, d e");
    }

    private static String sql(DatabaseKind kind, String digits) {
        String text = kind == DatabaseKind.SQLITE ? "hex(zeroblob(500))" : "repeat('x', 1000)";
        return "WITH d(n) AS (SELECT 0 UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)"
                + " SELECT " + text + " FROM " + digits + " WHERE a.n >= ?";
    }

    private StreamedRows() {}

    public static void main(String[] arguments) {
        long characters = 0;
        try (FlashDatabase database = FlashDatabase.connect(arguments[0]);
                Stream<String> rows = database.session().stream(
                        all(database.kind()), statement -> statement.setInt(1, 0), 500, row -> row.getString(1))) {
            for (String text : (Iterable<String>) rows::iterator) {
                characters += text.length();
            }
        }
        System.out.println(characters);
    }
}
