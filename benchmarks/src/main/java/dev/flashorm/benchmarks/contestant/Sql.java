package dev.flashorm.benchmarks.contestant;

/** The statements that all who write SQL use. */
final class Sql {
    static final String USER_COLUMNS = "id, name, email, address, isadmin, created_at";
    static final String BY_ID = "SELECT " + USER_COLUMNS + " FROM users WHERE id = ?";
    static final String PAGE = "SELECT " + USER_COLUMNS
            + " FROM users WHERE isadmin = ? AND name >= ? ORDER BY created_at DESC, id LIMIT ? OFFSET ?";
    static final String MEASUREMENTS = "SELECT id, label, note, kind, small, big, ratio, amount, active, optional,"
            + " taken_at, ended_at FROM measurements";
    static final String ENTRY_COLUMNS = "name, email, address, flagged, created_at";
    static final String INSERT = "INSERT INTO entries (" + ENTRY_COLUMNS + ") VALUES (?, ?, ?, ?, ?)";
    static final String RETURNING = " RETURNING id, " + ENTRY_COLUMNS;
    static final String UPDATE = "UPDATE users SET name = ?, address = ? WHERE id = ?";
    static final String FIFTY_USERS = "SELECT " + USER_COLUMNS + " FROM users WHERE id <= 50 ORDER BY id";
    static final String POST_COLUMNS = "id, user_id, title, content, created_at";

    private Sql() {}
}
