package dev.flashorm.schema.provider;

/** What a database can do, where the language asks. */
public enum Capability {
    /** Lists of scalars and enums as columns. */
    SCALAR_LISTS,
    ENUMS,
    JSON,
    /** `Decimal` fields. */
    DECIMAL,
    /** `type` blocks. */
    COMPOSITE_TYPES,
    /** `@default(autoincrement())`. */
    AUTO_INCREMENT,
    /** `autoincrement()` outside of the id. */
    AUTO_INCREMENT_ON_NON_ID,
    /** More than one `autoincrement()` in a model. */
    AUTO_INCREMENT_MULTIPLE,
    /** `autoincrement()` on a field that has no index. */
    AUTO_INCREMENT_NON_INDEXED,
    /** `@default(auto())`. */
    AUTO_DEFAULT,
    /** `@default(dbgenerated(…))`. */
    DATABASE_GENERATED_DEFAULT,
    /** `@default(sequence(…))`. */
    SEQUENCE_DEFAULT,
    /** Defaults that are constraints with a name of their own. */
    NAMED_DEFAULT_VALUES,
    /** `schemas` and `@@schema`. */
    MULTI_SCHEMA,
    /** `extensions` of the datasource. */
    EXTENSIONS,
    /** A model may do without `@id` when it has a unique. */
    MODELS_WITHOUT_ID,
    /** `@@id` of several fields. */
    COMPOUND_IDS,
    NAMED_PRIMARY_KEYS,
    NAMED_FOREIGN_KEYS,
    /** Many-to-many through a join table that no model names. */
    IMPLICIT_MANY_TO_MANY,
    /** Many-to-many by a list of ids on each side. */
    EMBEDDED_MANY_TO_MANY,
    /** `@shardKey`. */
    SHARD_KEYS,
    FULL_TEXT_INDEX,
    /** More than one `@@fulltext` in a model. */
    MULTIPLE_FULL_TEXT_INDEXES,
    /** `sort:` in `@@fulltext`. */
    FULL_TEXT_SORT_ORDER,
    PARTIAL_INDEX,
    EXPRESSION_INDEX,
    /** `length:` in indexes and keys. */
    INDEX_PREFIX_LENGTH,
    /** `sort:` in `@id` and `@@id`. */
    PRIMARY_KEY_SORT_ORDER,
    /** `clustered:`. */
    CLUSTERED_INDEX,
    /** Foreign keys, and so `relationMode = "foreignKeys"`. */
    FOREIGN_KEYS,
    /** `onDelete: SetNull` over required columns is accepted by the database and only fails when it acts. */
    SET_NULL_ON_REQUIRED_FIELDS,
    /** A cycle of cascades, or several cascades from one row to another, is refused by the database. */
    NO_CASCADE_CYCLES,
    /** `onDelete: SetDefault` is parsed and then refused or ignored. */
    SET_DEFAULT_IGNORED,
    /** Every row has an id, of one field, whose name in the database is `_id`. */
    DOCUMENT_ID,
    CHECK_CONSTRAINTS,
    /** `@generated`, computed when written. */
    STORED_GENERATED_COLUMNS,
    /** `@generated(stored: false)`, computed when read. */
    VIRTUAL_GENERATED_COLUMNS
}
