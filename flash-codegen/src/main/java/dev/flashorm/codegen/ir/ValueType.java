package dev.flashorm.codegen.ir;

/** What code sees of a column. */
public enum ValueType {
    STRING,
    BOOLEAN,
    /** 32 bits, signed. */
    INT,
    /** 64 bits, signed. */
    BIG_INT,
    FLOAT,
    DECIMAL,
    /** A point in time. */
    DATE_TIME,
    DATE,
    TIME,
    JSON,
    BYTES,
    UUID,
    ENUM,
    COMPOSITE;

    public boolean isNumber() {
        return this == INT || this == BIG_INT || this == FLOAT || this == DECIMAL;
    }

    public boolean isTime() {
        return this == DATE_TIME || this == DATE || this == TIME;
    }
}
