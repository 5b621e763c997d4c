package dev.flashorm.runtime.query;

/**
 * The pieces of SQL that queries are put together from. What a piece looks like on a database comes with the generated
 * code; in its text {@code {}} stands for the column, {@code {current}} for its present value in a change, {@code {list}} for
 * parameters separated by commas, {@code {path}} for a parameter that is a path in a JSON value.
 */
public enum Fragment {
    EQ,
    NE,
    LT,
    LTE,
    GT,
    GTE,
    BETWEEN,
    IS_NULL,
    IS_NOT_NULL,
    IN,
    NOT_IN,
    LIKE,
    CONTAINS,
    STARTS_WITH,
    ENDS_WITH,
    EQ_IGNORE_CASE,
    LIKE_IGNORE_CASE,
    JSON_EQ,
    JSON_NE,
    /** The part of a JSON value at {@code {path}}; these take the path, then what it is compared with. */
    JSON_PATH_EQ,
    JSON_PATH_NE,
    JSON_PATH_EXISTS,
    JSON_CONTAINS,
    /** The string, and the number, at a path; null if there is something else. */
    JSON_TEXT,
    JSON_NUMBER,
    HAS,
    HAS_EVERY,
    HAS_SOME,
    LIST_EQ,
    LIST_NE,
    IS_EMPTY,
    /** By what an enum is sorted, where its values compare as texts but are sorted by their places. */
    ENUM_PLACE,
    ASC,
    DESC,
    ASC_NULLS_FIRST,
    ASC_NULLS_LAST,
    DESC_NULLS_FIRST,
    DESC_NULLS_LAST,
    LIMIT,
    OFFSET,
    LIMIT_OFFSET,
    SET,
    INCREMENT,
    DECREMENT,
    MULTIPLY,
    DIVIDE,
    PUSH,
    /** An insert that leaves out rows that are there already; {@code {}} is what follows {@code INSERT INTO}. */
    INSERT_SKIPPING,
    /** What stands between an insert and the changes of a row that is there by the key {@code {}}. */
    UPSERT,
    /** The same where the database has it only for all keys at once. */
    UPSERT_BY_ANY_KEY,
    /** What follows the table's name in an insert that names no column. */
    DEFAULT_ROW,
    /** A condition that the transaction reads nothing that others committed since it first read, where that matters. */
    SNAPSHOT,
    /** How a delete with an alias begins; {@code {}} is the table. */
    DELETE,
    /** A set of rows as a list of keys; {@code {}} are the columns in parentheses. */
    KEYS_IN,
    /** How rows are locked; {@code {}} is the alias of their table. */
    FOR_UPDATE,
    FOR_SHARE,
    SKIP_LOCKED,
    NO_WAIT,
    COUNT,
    COUNT_DISTINCT,
    SUM,
    /** Of numbers whose average is a double. */
    AVG,
    AVG_DECIMAL,
    MIN,
    MAX
}
