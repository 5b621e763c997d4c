package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * A model or view.
 *
 * @param databaseName the table's or view's name
 * @param table the same, quoted, with its schema where it has one
 * @param columns those that code can read, in source order
 * @param keys the primary key first, then the uniques in source order
 * @param relations those whose columns code can read, in source order
 * @param constraints those whose name the database may mention in an error
 * @param insert how rows are inserted; absent for views
 */
public record ModelClient(
        String name,
        boolean isView,
        String databaseName,
        String table,
        List<ColumnClient> columns,
        List<KeyClient> keys,
        List<RelationClient> relations,
        List<Constraint> constraints,
        Optional<InsertClient> insert,
        Optional<String> documentation) {
    public ModelClient {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        relations = List.copyOf(relations);
        constraints = List.copyOf(constraints);
    }

    /**
     * A constraint of the database.
     *
     * @param name in the database
     * @param fields their names in the schema file
     */
    public record Constraint(String name, List<String> fields) {
        public Constraint {
            fields = List.copyOf(fields);
        }
    }

    public Optional<KeyClient> primaryKey() {
        return keys.stream().filter(KeyClient::isPrimary).findFirst();
    }

    /** Whether the client must look after records that refer to those of this model. */
    public boolean isReferredTo() {
        return relations.stream().anyMatch(relation -> relation.kept().isPresent());
    }

    /** The column that counts the changes of a row, if there is one. */
    public Optional<ColumnClient> version() {
        return columns.stream().filter(ColumnClient::isVersion).findFirst();
    }
}
