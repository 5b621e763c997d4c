package dev.flashorm.runtime.error;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** Drivers wrap what went wrong in a batch, each in its own way. */
public final class BatchErrors {
    private BatchErrors() {}

    /** The exception of the row that failed, or the given one if it is no batch's. */
    public static SQLException first(SQLException thrown) {
        if (thrown instanceof BatchUpdateException) {
            if (thrown.getCause() instanceof SQLException cause) {
                return cause;
            }
            SQLException next = thrown.getNextException();
            if (next != null) {
                return next;
            }
        }
        return thrown;
    }
}
