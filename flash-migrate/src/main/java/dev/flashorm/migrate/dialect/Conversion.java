package dev.flashorm.migrate.dialect;

/** What becomes of a column's values when its type changes. */
public enum Conversion {
    /** Every value has its equal in the new type. */
    SAFE,
    /** Some values may not fit: the statement fails on them, and nothing is lost. */
    MAY_FAIL,
    /** The values change without an error: cut, rounded. */
    LOSSY,
    /** There is no way: the column is dropped and made anew. */
    NONE
}
