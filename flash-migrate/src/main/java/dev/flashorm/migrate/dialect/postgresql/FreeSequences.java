package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column may be numbered by a sequence that does not belong to it: to the language that is numbering as any other,
 * but it is no SERIAL, which would bring a sequence along and take it away again.
 */
final class FreeSequences {
    private final Set<ObjectName> before;
    private final Set<ObjectName> after;

    FreeSequences(DatabaseSchema before, DatabaseSchema after) {
        this.before = names(before);
        this.after = names(after);
    }

    private static Set<ObjectName> names(DatabaseSchema schema) {
        return schema.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
    }

    /** The same changes, with such columns having a plain default. */
    List<Change> spell(List<Change> changes) {
        return changes.stream().map(this::spell).toList();
    }

    private Change spell(Change change) {
        if (change instanceof Change.CreateTable create) {
            List<Column> columns = create.table().columns().stream()
                    .map(column -> spell(column, after))
                    .toList();
            return new Change.CreateTable(create.table().withColumns(columns));
        }
        if (change instanceof Change.AlterTable alter) {
            return new Change.AlterTable(
                    alter.before(),
                    alter.after(),
                    alter.changes().stream().map(this::spell).toList());
        }
        return change;
    }

    private TableChange spell(TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            return new TableChange.AddColumn(spell(add.column(), after));
        }
        if (change instanceof TableChange.AlterColumn altered) {
            return new TableChange.AlterColumn(spell(altered.before(), before), spell(altered.after(), after));
        }
        return change;
    }

    private static Column spell(Column column, Set<ObjectName> free) {
        Optional<ObjectName> sequence = column.identity()
                .filter(identity -> identity.kind() == Identity.Kind.SERIAL)
                .flatMap(Identity::sequence)
                .filter(free::contains);
        return sequence.map(name -> column.withIdentity(Optional.empty())
                        .withDefault(Optional.of(ColumnDefault.expression(
                                "nextval(" + Names.literal(Names.quote(name)) + "::regclass)"))))
                .orElse(column);
    }
}
