package dev.flashorm.runtime;

/** The databases whose SQL differs. */
public enum DatabaseKind {
    POSTGRESQL("PostgreSQL"),
    MYSQL("MySQL"),
    MARIADB("MariaDB"),
    SQLITE("SQLite");

    private final String displayName;

    DatabaseKind(String displayName) {
        this.displayName = displayName;
    }

    /** As the product spells itself. */
    public String displayName() {
        return displayName;
    }
}
