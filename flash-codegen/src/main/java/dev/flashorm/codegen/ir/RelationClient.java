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
 * @param opposite the other end's name, of a many-to-many relation by a list of keys on each side; empty if code does not
 *     see it
 * @param kept what the client does with the records at the other end, which refer to this one; empty where the database
 *     does it, or nobody
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
        Optional<String> opposite,
        Optional<Kept> kept,
        Optional<String> documentation) {
    public RelationClient {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }

    /**
     * What happens at the other end.
     *
     * @param onDelete when the record here is deleted
     * @param onUpdate when its columns that are referred to change
     */
    public record Kept(Action onDelete, Action onUpdate) {}

    /** What happens to a record that refers to one that is deleted or changed. The names are those of the runtimes. */
    public enum Action {
        CASCADE,
        SET_NULL,
        RESTRICT,
        NO_ACTION
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
