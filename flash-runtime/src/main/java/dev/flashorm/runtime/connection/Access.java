package dev.flashorm.runtime.connection;

/** What a connection is borrowed for. Only a database that has one writer at a time tells the two apart. */
public enum Access {
    READ,
    WRITE
}
