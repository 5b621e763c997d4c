package dev.flashorm.migrate.engine;

/**
 * An error as the server words it.
 *
 * @param product the database's own name
 * @param code the server's own code
 * @param text the server's own text
 * @param position 1-based character of the statement where the server puts it; 0 when it doesn't say
 */
public record ServerError(Category category, String product, String code, String text, int position) {
    /** What a program can do about it. */
    public enum Category {
        /** There is no connection, or it broke. */
        CONNECTION,
        AUTHENTICATION,
        UNKNOWN_DATABASE,
        PERMISSION,
        /** Somebody held a lock for longer than we were willing to wait; or a deadlock. */
        LOCK_TIMEOUT,
        DISK_FULL,
        OTHER
    }

    @Override
    public String toString() {
        return product + " " + code + ": " + text;
    }
}
