package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.Map;
import java.util.Optional;

/** One difference inside a table. */
public sealed interface TableChange {
    record RenameColumn(String before, String after) implements TableChange {}

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

    /** The comment of a primary key, index, foreign key or check that is otherwise as it was. */
    record SetPartComment(Part part, String name, Optional<String> comment) implements TableChange {
        /** What carries the comment. */
        public enum Part {
            INDEX,
            CONSTRAINT
        }
    }

    record SetTableOptions(Map<String, String> before, Map<String, String> after) implements TableChange {
        public SetTableOptions {
            before = Map.copyOf(before);
            after = Map.copyOf(after);
        }
    }
}
