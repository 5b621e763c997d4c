package dev.flashorm.benchmarks.contestant;

/** The statements that all who write SQL use. */
public final class Sql {
    public static final String USER_COLUMNS = "id, name, email, address, isadmin, created_at";
    public static final String BY_ID = "SELECT " + USER_COLUMNS + " FROM users WHERE id = ?";
    public static final String PAGE = "SELECT " + USER_COLUMNS
            + " FROM users WHERE isadmin = ? AND name >= ? ORDER BY created_at DESC, id LIMIT ? OFFSET ?";
    public static final String MEASUREMENTS = "SELECT id, label, note, kind, small, big, ratio, amount, active,"
            + " optional, taken_at, ended_at FROM measurements";
    public static final String FIRST_USERS = "SELECT " + USER_COLUMNS + " FROM users WHERE id <= ? ORDER BY id";
    public static final String POST_COLUMNS = "id, user_id, title, content, created_at";
    public static final String POSTS_OF = "SELECT " + POST_COLUMNS + " FROM posts WHERE user_id ";
    public static final String COMMENTS_OF =
            "SELECT id, post_id, user_id, content, created_at FROM comments WHERE post_id ";
    public static final String BY_KEY = " ORDER BY id";
    public static final String AGGREGATE =
            "SELECT kind, COUNT(*), SUM(small), MAX(big) FROM measurements GROUP BY kind ORDER BY kind";

    public static final String ENTRY_COLUMNS = "name, email, address, flagged, created_at";
    public static final String INSERT = "INSERT INTO entries (" + ENTRY_COLUMNS + ") VALUES (?, ?, ?, ?, ?)";
    public static final String RETURNING = " RETURNING id, " + ENTRY_COLUMNS;
    public static final String UPDATE = "UPDATE users SET name = ?, address = ? WHERE id = ?";
    public static final String UPSERT = "INSERT INTO tallies (name, hits) VALUES (?, 1)"
            + " ON CONFLICT (name) DO UPDATE SET hits = tallies.hits + 1 RETURNING name, hits";
    /** MySQL's; it cannot return the row. */
    public static final String UPSERT_ON_DUPLICATE =
            "INSERT INTO tallies (name, hits) VALUES (?, 1) ON DUPLICATE KEY UPDATE hits = hits + 1";

    public static final String TALLY = "SELECT name, hits FROM tallies WHERE name = ?";

    public static final String FIRST_PEOPLE = "SELECT id, name FROM people WHERE id <= ? ORDER BY id";
    public static final String PETS_OF = "SELECT id, name, kind, person_id FROM pets WHERE person_id ";
    public static final String INSERT_PERSON = "INSERT INTO people (name) VALUES (?)";
    public static final String INSERT_PET = "INSERT INTO pets (name, kind, person_id) VALUES (?, ?, ?)";
    public static final String RETURNING_ID = " RETURNING id";
    public static final String UPDATE_PERSON = "UPDATE people SET name = ? WHERE id = ?";
    public static final String UPDATE_PET = "UPDATE pets SET name = ? WHERE id = ?";

    public static final String COMPLEX = "SELECT u.id, u.name, COALESCE(p.posts, 0) AS posts,"
            + " COALESCE(c.comments, 0) AS comments, p.last_post AS last_post FROM users u"
            + " LEFT JOIN (SELECT user_id, COUNT(*) AS posts, MAX(created_at) AS last_post FROM posts GROUP BY user_id) p"
            + " ON p.user_id = u.id"
            + " LEFT JOIN (SELECT user_id, COUNT(*) AS comments FROM comments GROUP BY user_id) c ON c.user_id = u.id"
            + " WHERE u.id <= 1000 ORDER BY u.id";
    public static final String TOP_USERS = "SELECT u.id, u.name, COUNT(*) AS posts FROM users u"
            + " JOIN posts p ON p.user_id = u.id GROUP BY u.id, u.name ORDER BY COUNT(*) DESC, u.id LIMIT 10";
    public static final String EMAIL = "SELECT email FROM users WHERE id = ?";
    public static final String IS_ADMIN = "SELECT isadmin FROM users WHERE id = ?";
    public static final String INSERT_COMMENT =
            "INSERT INTO comments (post_id, user_id, content, created_at) VALUES (?, ?, ?, ?)";

    private Sql() {}

    /** {@code IN (?, ?, …)} */
    public static String in(int size) {
        return "IN (?" + ", ?".repeat(size - 1) + ")";
    }

    /** An insert of so many rows, made from one of a single row. */
    public static String rows(String insert, int count) {
        int values = insert.lastIndexOf('(');
        return insert + (", " + insert.substring(values)).repeat(count - 1);
    }
}
