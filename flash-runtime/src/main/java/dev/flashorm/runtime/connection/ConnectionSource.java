package dev.flashorm.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends connections in auto-commit mode; each is given back once, by whoever borrowed it. */
public interface ConnectionSource extends AutoCloseable {
    /** What a statement that gives rows needs: it may be a query, or a write with {@code RETURNING}. */
    Access accessOf(String sql);

    Connection acquire(Access access) throws SQLException;

    /** Never throws: what was done on the connection is done. */
    void release(Connection connection, Access access);

    /** Gives back a connection whose state is not known any more; it is not lent again. Never throws. */
    void discard(Connection connection, Access access);

    /** Twice is once. */
    @Override
    void close();
}
