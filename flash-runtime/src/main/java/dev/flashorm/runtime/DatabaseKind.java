package dev.flashorm.runtime;

/** The databases that differ in what they take. */
public enum DatabaseKind {
    POSTGRESQL("PostgreSQL"),
    MYSQL("MySQL"),
    MARIADB("MariaDB"),
    SQLITE("SQLite"),
    MONGODB("MongoDB");

    private final String displayName;

    DatabaseKind(String displayName) {
        this.displayName = displayName;
    }

    /** As the product spells itself. */
    public String displayName() {
        return displayName;
    }
}
