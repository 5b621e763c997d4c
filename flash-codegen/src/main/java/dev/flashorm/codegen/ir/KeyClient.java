package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * A primary key or unique, all of whose columns code can read.
 *
 * @param clientName `name:` in the schema file
 * @param select finds its row; parameters in the order of the columns
 * @param delete deletes its row; empty for views
 */
public record KeyClient(
        boolean isPrimary, Optional<String> clientName, List<ColumnClient> columns, String select, String delete) {
    public KeyClient {
        columns = List.copyOf(columns);
    }
}
