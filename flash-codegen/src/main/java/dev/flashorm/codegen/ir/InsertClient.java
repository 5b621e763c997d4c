package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * How rows are inserted.
 *
 * @param always columns that every insert writes
 * @param given columns that the database fills unless they are given
 * @param sql inserts a row of which nothing is given
 * @param returning what makes an insert return its row
 * @param reread how the row is read where an insert cannot return it
 */
public record InsertClient(
        List<ColumnClient> always, List<ColumnClient> given, String sql, String returning, Optional<Reread> reread) {
    public InsertClient {
        always = List.copyOf(always);
        given = List.copyOf(given);
    }

    /** A statement that finds a row after it was written. */
    public sealed interface Reread {
        String one();

        /**
         * By the number that the database gave it.
         *
         * @param many selects as many rows as its parameter says, of those inserted last
         * @param column the number
         */
        record Numbered(String one, String many, ColumnClient column) implements Reread {}

        /** By columns that the client knows. */
        record ByKey(String one, List<ColumnClient> columns) implements Reread {
            public ByKey {
                columns = List.copyOf(columns);
            }
        }
    }
}
