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
 * @param numbered the column by which the database numbers new rows
 * @param hasHiddenKeys whether there are uniques that code cannot read or that are not columns alone
 */
public record InsertClient(
        List<ColumnClient> always,
        List<ColumnClient> given,
        String sql,
        String returning,
        Optional<Numbered> numbered,
        boolean hasHiddenKeys) {
    public InsertClient {
        always = List.copyOf(always);
        given = List.copyOf(given);
    }

    /**
     * A column that the database counts up.
     *
     * @param select finds the row of a number
     */
    public record Numbered(ColumnClient column, String select) {}
}
