package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * One end of a relation.
 *
 * @param name the field's name in the schema file
 * @param target the model at the other end
 * @param local columns of this model
 * @param remote columns of the other that equal them, in the same order
 * @param isOwning whether the columns of this end refer to those of the other
 * @param through the table of pairs of a many-to-many relation
 */
public record RelationClient(
        String name,
        String target,
        boolean isList,
        boolean isNullable,
        boolean isOwning,
        List<ColumnClient> local,
        List<ColumnClient> remote,
        Optional<Through> through,
        Optional<String> documentation) {
    public RelationClient {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }

    /**
     * The table of pairs.
     *
     * @param table its quoted name
     * @param local the quoted column that points to this end
     * @param remote the quoted column that points to the other
     */
    public record Through(String table, String local, String remote) {}
}
