package dev.flashorm.schema.provider;

/** Whether a column of some type can stand in an index or key. */
public enum Indexability {
    YES,
    /** Only with `length:`, because the database indexes a prefix. */
    WITH_LENGTH,
    NO
}
