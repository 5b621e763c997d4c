package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.Table;
import java.util.List;

/**
 * One difference between two databases. The set is closed: a dialect writes every kind, or says that it has none.
 * Renames come first; all other changes speak of things by their new names.
 */
public sealed interface Change {
    record CreateSchema(String name) implements Change {}

    record DropSchema(String name) implements Change {}

    record CreateExtension(Extension extension) implements Change {}

    record CreateEnum(DatabaseEnum type) implements Change {}

    record DropEnum(DatabaseEnum type) implements Change {}

    record RenameEnum(ObjectName before, ObjectName after) implements Change {}

    /**
     * @param renamedValues old and new spelling of the values that only changed their names
     * @param before with the renames done
     */
    record AlterEnum(DatabaseEnum before, DatabaseEnum after, List<Rename> renamedValues) implements Change {
        public AlterEnum {
            renamedValues = List.copyOf(renamedValues);
        }

        /** Whether there is something besides renames. */
        public boolean changesValues() {
            return !before.values().equals(after.values());
        }

        public List<String> removed() {
            return before.values().stream()
                    .filter(value -> !after.values().contains(value))
                    .toList();
        }

        /** Whether values only joined: none left, none moved. */
        public boolean onlyAdds() {
            return after.values().stream()
                    .filter(before.values()::contains)
                    .toList()
                    .equals(before.values());
        }
    }

    record CreateSequence(Sequence sequence) implements Change {}

    record DropSequence(Sequence sequence) implements Change {}

    record AlterSequence(Sequence before, Sequence after) implements Change {}

    record CreateTable(Table table) implements Change {}

    record DropTable(Table table) implements Change {}

    record RenameTable(ObjectName before, ObjectName after) implements Change {}

    /**
     * What differs in one table.
     *
     * @param before under the new names
     */
    record AlterTable(Table before, Table after, List<TableChange> changes) implements Change {
        public AlterTable {
            changes = List.copyOf(changes);
        }

        public ObjectName name() {
            return after.name();
        }

        /** The changes of one kind, in order. */
        public <T extends TableChange> List<T> of(Class<T> kind) {
            return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    /** An old and a new name. */
    record Rename(String before, String after) {}
}
