package dev.flashorm.schema.provider;

/** What a database can do, where the language asks. Extended by validation as rules need it. */
public enum Capability {
    SCALAR_LISTS,
    ENUMS,
    JSON,
    COMPOSITE_TYPES,
    AUTO_INCREMENT,
    MULTI_SCHEMA,
    NAMED_PRIMARY_KEYS,
    NAMED_FOREIGN_KEYS,
    IMPLICIT_MANY_TO_MANY,
    FULL_TEXT_INDEX,
    PARTIAL_INDEX,
    EXPRESSION_INDEX,
    INDEX_PREFIX_LENGTH,
    FOREIGN_KEYS
}
