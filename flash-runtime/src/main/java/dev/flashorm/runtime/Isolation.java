package dev.flashorm.runtime;

/** How much a transaction sees of others. SQLite always gives {@link #SERIALIZABLE}. */
public enum Isolation {
    READ_UNCOMMITTED("READ UNCOMMITTED"),
    READ_COMMITTED("READ COMMITTED"),
    REPEATABLE_READ("REPEATABLE READ"),
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    /** The words of the SQL standard. */
    public String sql() {
        return sql;
    }
}
