package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One difference inside a table. */
public sealed interface TableChange {
    record RenameColumn(String before, String after) implements TableChange {}

    /**
     * Values of an enum whose rows hold them as text; renamed before the column itself changes.
     *
     * @param column under its new name
     * @param literals of SQL
     */
    record RenameValues(String column, List<Change.Rename> literals) implements TableChange {
        public RenameValues {
            literals = List.copyOf(literals);
        }
    }

    record AddColumn(Column column) implements TableChange {}

    record DropColumn(Column column) implements TableChange {}

    /** @param before under its new name */
    record AlterColumn(Column before, Column after) implements TableChange {
        public boolean changesType() {
            return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
        }

        public boolean becomesRequired() {
            return before.nullable() && !after.nullable();
        }

        /** Whether rows without a value can be given the default, and only once the column has its new type. */
        public boolean fillsLater() {
            return becomesRequired() && after.defaultValue().isPresent() && changesType();
        }
    }

    record AddPrimaryKey(PrimaryKey key) implements TableChange {}

    record DropPrimaryKey(PrimaryKey key) implements TableChange {}

    record RenamePrimaryKey(String before, String after) implements TableChange {}

    record AddIndex(TableIndex index) implements TableChange {}

    record DropIndex(TableIndex index) implements TableChange {}

    /** @param index under its new name */
    record RenameIndex(String before, TableIndex index) implements TableChange {}

    record AddForeignKey(ForeignKey key) implements TableChange {}

    record DropForeignKey(ForeignKey key) implements TableChange {}

    /** @param key under its new name */
    record RenameForeignKey(String before, ForeignKey key) implements TableChange {}

    record AddCheck(Check check) implements TableChange {}

    record DropCheck(Check check) implements TableChange {}

    record SetTableComment(Optional<String> comment) implements TableChange {}

    /** @param index with its new comment, and otherwise as it was */
    record SetIndexComment(TableIndex index) implements TableChange {}

    record SetTableOptions(Map<String, String> before, Map<String, String> after) implements TableChange {
        public SetTableOptions {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }
    }
}
