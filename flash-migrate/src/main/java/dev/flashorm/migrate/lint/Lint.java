package dev.flashorm.migrate.lint;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the linter looks for. The name is what people write, in `flash.toml` and above a statement; the code has a page
 * in `docs/lints` and is never given another meaning.
 */
public enum Lint {
    BLOCKING_INDEX("F5601", "blocking-index", Level.ERROR),
    BLOCKING_NOT_NULL("F5602", "blocking-not-null", Level.ERROR),
    BLOCKING_FOREIGN_KEY("F5603", "blocking-foreign-key", Level.ERROR),
    BLOCKING_CHECK("F5604", "blocking-check", Level.ERROR),
    BLOCKING_UNIQUE("F5605", "blocking-unique", Level.ERROR),
    TABLE_REWRITE("F5606", "table-rewrite", Level.WARNING),
    TABLE_LOCK("F5607", "table-lock", Level.ERROR),
    DROP_TABLE("F5608", "drop-table", Level.WARNING),
    DROP_COLUMN("F5609", "drop-column", Level.WARNING),
    RENAME("F5610", "rename", Level.WARNING),
    DELETE_ALL_ROWS("F5611", "delete-all-rows", Level.ERROR),
    UPDATE_ALL_ROWS("F5612", "update-all-rows", Level.WARNING),
    REQUIRED_COLUMN("F5613", "required-column", Level.ERROR),
    ENUM_VALUE_IN_USE("F5614", "enum-value-in-use", Level.ERROR),
    MASKED_INVALID_INDEX("F5615", "masked-invalid-index", Level.ERROR),
    TABLE_COPY("F5616", "table-copy", Level.WARNING),
    TABLE_REBUILD("F5617", "table-rebuild", Level.WARNING),
    UNCLEAR_ALLOW("F5618", "unclear-allow", Level.ERROR);

    private final String code;
    private final String id;
    private final Level level;

    Lint(String code, String id, Level level) {
        this.code = code;
        this.id = id;
        this.level = level;
    }

    /** How much a hazard weighs. */
    public enum Level {
        /** Fails `flash migrate lint` and `flash check`. */
        ERROR,
        /** Is said, and fails nothing. */
        WARNING,
        /** Is not looked for. */
        OFF
    }

    public String code() {
        return code;
    }

    /** Its name, as in `blocking-index`. */
    public String id() {
        return id;
    }

    /** How much it weighs where nobody says otherwise. */
    public Level level() {
        return level;
    }

    /** The lint of a name. */
    public static Optional<Lint> of(String name) {
        return Arrays.stream(values()).filter(lint -> lint.id.equals(name)).findFirst();
    }
}
