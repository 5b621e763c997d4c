package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether ALTER TABLE can do it: see sections 5 (ADD COLUMN) and 6 (DROP COLUMN) of the page "ALTER TABLE". */
final class InPlace {
    private final Change.AlterTable alter;
    private final DatabaseSchema database;

    InPlace(Change.AlterTable alter, DatabaseSchema database) {
        this.alter = alter;
        this.database = database;
    }

    boolean isPossible() {
        List<ForeignKey> keys = new ArrayList<>();
        for (TableChange change : alter.changes()) {
            boolean possible = true;
            if (change instanceof TableChange.AddColumn add) {
                possible = canAdd(add.column()) && (keyOf(add).isEmpty() || isNullByDefault(add.column()));
                keyOf(add).ifPresent(keys::add);
            } else if (change instanceof TableChange.DropColumn drop) {
                possible = canDrop(drop.column());
            } else if (change instanceof TableChange.AddIndex add) {
                possible = !add.index().constraint();
            } else if (change instanceof TableChange.DropIndex drop) {
                possible = !drop.index().constraint();
            } else if (change instanceof TableChange.RenameIndex rename) {
                possible = !rename.index().constraint();
            } else {
                possible = change instanceof TableChange.RenameColumn
                        || change instanceof TableChange.RenameValues
                        || change instanceof TableChange.AddForeignKey;
            }
            if (!possible) {
                return false;
            }
        }
        return alter.of(TableChange.AddForeignKey.class).stream().allMatch(add -> keys.contains(add.key()));
    }

    /** The new foreign key that can be written with its column. */
    Optional<ForeignKey> keyOf(TableChange.AddColumn add) {
        return alter.of(TableChange.AddForeignKey.class).stream()
                .map(TableChange.AddForeignKey::key)
                .filter(key -> key.columns().equals(List.of(add.column().name())))
                .findFirst();
    }

    private static boolean isNullByDefault(Column column) {
        return column.nullable() && column.defaultValue().isEmpty();
    }

    private static boolean canAdd(Column column) {
        boolean constant = column.defaultValue()
                .filter(value ->
                        value.kind() == ColumnDefault.Kind.NOW || value.kind() == ColumnDefault.Kind.EXPRESSION)
                .isEmpty();
        boolean filled = column.nullable()
                || column.defaultValue().isPresent()
                || column.generated().isPresent();
        boolean computed =
                column.generated().filter(generated -> generated.stored()).isPresent();
        return constant && filled && !computed && column.identity().isEmpty();
    }

    private boolean canDrop(Column column) {
        Table table = alter.before();
        String name = column.name();
        boolean inKey =
                table.primaryKey().filter(key -> key.columns().contains(name)).isPresent();
        boolean inForeignKey = table.foreignKeys().stream()
                .anyMatch(key -> key.columns().contains(name)
                        || (key.target().equals(table.name())
                                && key.targetColumns().contains(name)));
        boolean inConstraint = table.indexes().stream()
                .anyMatch(index -> index.constraint() && index.columns().contains(name));
        boolean inExpression = table.checks().stream()
                        .anyMatch(check -> check.expression().sql().contains(name))
                || table.columns().stream()
                        .flatMap(other -> other.generated().stream())
                        .anyMatch(generated -> generated.expression().sql().contains(name))
                || table.indexes().stream()
                        .anyMatch(index -> alter.after().indexes().contains(index)
                                && index.where()
                                        .filter(where -> where.sql().contains(name))
                                        .isPresent());
        boolean inCode = database.unmanaged().stream()
                        .flatMap(object -> object.definition().stream())
                        .anyMatch(definition -> definition.contains(name))
                || database.views().stream().anyMatch(view -> view.definition().contains(name));
        return !inKey && !inForeignKey && !inConstraint && !inExpression && !inCode;
    }
}
