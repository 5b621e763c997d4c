package dev.flashorm.runtime.connection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of texts, as the database writes the values of their columns. */
@FunctionalInterface
public interface CopiedRows {
    void writeTo(Sink sink) throws SQLException;

    /** Takes the values of one row after the other. */
    interface Sink {
        /** The next value of the row; null for NULL. */
        void value(@Nullable String text) throws SQLException;

        void endRow() throws SQLException;
    }
}
