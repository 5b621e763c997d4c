package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MySQL renames no column that a check, a computed column or an index on an expression mentions (MariaDB rewrites them).
 * As their text changes with the name, they are dropped and made anew anyway: here they are dropped early. So are they
 * when values get new names, which an old check would refuse.
 */
final class RenamedColumns {
    private RenamedColumns() {}

    /** What is dropped before columns and values get their new names; nothing where none does. */
    static Change.AlterTable before(Change.AlterTable alter) {
        return part(alter, true);
    }

    /** All other changes. */
    static Change.AlterTable rest(Change.AlterTable alter) {
        return part(alter, false);
    }

    private static Change.AlterTable part(Change.AlterTable alter, boolean early) {
        boolean renames = !alter.of(TableChange.RenameColumn.class).isEmpty()
                || !alter.of(TableChange.RenameValues.class).isEmpty();
        Set<String> computed = alter.of(TableChange.DropColumn.class).stream()
                .filter(drop -> drop.column().generated().isPresent())
                .map(drop -> drop.column().name())
                .collect(Collectors.toSet());
        List<TableChange> changes = alter.changes().stream()
                .filter(change -> early == (renames && mayMention(change, computed)))
                .toList();
        return new Change.AlterTable(alter.before(), alter.after(), changes);
    }

    private static boolean mayMention(TableChange change, Set<String> computed) {
        if (change instanceof TableChange.DropIndex drop) {
            boolean expression = drop.index().parts().stream()
                    .anyMatch(part -> part.expression().isPresent());
            return expression || !Collections.disjoint(drop.index().columns(), computed);
        }
        return (change instanceof TableChange.DropCheck dropCheck && !ColumnChecks.isOfColumn(dropCheck.check()))
                || (change instanceof TableChange.DropColumn drop
                        && computed.contains(drop.column().name()));
    }
}
