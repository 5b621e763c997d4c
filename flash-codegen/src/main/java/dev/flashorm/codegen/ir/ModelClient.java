package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * A model or view.
 *
 * @param table the quoted name, with its schema where it has one
 * @param columns those that code can read, in source order
 * @param keys the primary key first, then the uniques in source order
 * @param relations those whose columns code can read, in source order
 * @param insert how rows are inserted; absent for views
 */
public record ModelClient(
        String name,
        boolean isView,
        String table,
        List<ColumnClient> columns,
        List<KeyClient> keys,
        List<RelationClient> relations,
        Optional<InsertClient> insert,
        Optional<String> documentation) {
    public ModelClient {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        relations = List.copyOf(relations);
    }

    public Optional<KeyClient> primaryKey() {
        return keys.stream().filter(KeyClient::isPrimary).findFirst();
    }
}
