package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** The server keeps an index that a foreign key needs: where the last one goes, the key steps aside meanwhile. */
final class SupportingIndexes {
    private final DatabaseSchema after;

    SupportingIndexes(DatabaseSchema after) {
        this.after = after;
    }

    List<Change> complete(List<Change> changes) {
        List<Change> result = new ArrayList<>();
        for (Change change : changes) {
            result.add(change instanceof Change.AlterTable alter && losesIndex(alter) ? withKeysAside(alter) : change);
        }
        return result;
    }

    private static boolean losesIndex(Change.AlterTable alter) {
        return !alter.of(TableChange.DropIndex.class).isEmpty()
                || !alter.of(TableChange.DropPrimaryKey.class).isEmpty();
    }

    private Change.AlterTable withKeysAside(Change.AlterTable alter) {
        List<TableChange> inside = new ArrayList<>(alter.changes());
        List<ForeignKey> moving = alter.of(TableChange.DropForeignKey.class).stream()
                .map(TableChange.DropForeignKey::key)
                .toList();
        for (ForeignKey key : alter.before().foreignKeys()) {
            boolean stays = !moving.contains(key)
                    && after.table(alter.name()).orElseThrow().foreignKeys().contains(key);
            if (stays
                    && ImpliedIndexes.isCovered(alter.before(), key.columns())
                    && !ImpliedIndexes.isCovered(alter.after(), key.columns())) {
                inside.add(new TableChange.DropForeignKey(key));
                inside.add(new TableChange.AddForeignKey(key));
            }
        }
        return new Change.AlterTable(alter.before(), alter.after(), inside);
    }
}
