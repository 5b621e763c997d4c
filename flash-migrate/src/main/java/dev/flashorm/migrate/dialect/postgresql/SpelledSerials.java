package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SERIAL cannot say that a column may be NULL, nor how its sequence counts: such a new column gets what SERIAL stands
 * for, a sequence that goes with it and a default.
 */
final class SpelledSerials {
    private final List<Change> spelled = new ArrayList<>();

    private SpelledSerials() {}

    static List<Change> spell(List<Change> changes) {
        SpelledSerials serials = new SpelledSerials();
        changes.forEach(change -> serials.spelled.add(serials.spell(change)));
        return List.copyOf(serials.spelled);
    }

    private Change spell(Change change) {
        if (change instanceof Change.CreateTable create) {
            ObjectName name = create.table().name();
            List<Column> columns = create.table().columns().stream()
                    .map(column -> spell(name, column))
                    .toList();
            return new Change.CreateTable(create.table().withColumns(columns));
        }
        if (change instanceof Change.AlterTable alter) {
            List<TableChange> inside = alter.changes().stream()
                    .map(one -> one instanceof TableChange.AddColumn add
                            ? new TableChange.AddColumn(spell(alter.name(), add.column()))
                            : one)
                    .toList();
            return new Change.AlterTable(alter.before(), alter.after(), inside);
        }
        return change;
    }

    private Column spell(ObjectName table, Column column) {
        Optional<Identity> serial = column.identity()
                .filter(identity -> identity.kind() == Identity.Kind.SERIAL)
                .filter(identity -> column.nullable() || !identity.options().isEmpty());
        if (serial.isEmpty()) {
            return column;
        }
        ObjectName sequence = ColumnSteps.sequence(table, column);
        spelled.add(new Change.CreateSequence(new IdentityOptions(
                        column.type(), serial.get().options())
                .sequence(sequence, column.type(), Names.quote(table.name()) + "." + Names.quote(column.name()))));
        return column.withIdentity(Optional.empty())
                .withDefault(Optional.of(
                        ColumnDefault.expression("nextval(" + Names.literal(Names.quote(sequence)) + "::regclass)")));
    }
}
