package dev.flashorm.runtime.query.type;

/**
 * How values of one column travel between Java and a database: {@link SqlType} where that is JDBC.
 *
 * @param <T> the Java type
 */
public interface ColumnType<T> {}
