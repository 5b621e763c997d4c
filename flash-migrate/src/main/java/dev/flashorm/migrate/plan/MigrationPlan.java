package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.DataCheck;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.List;

/**
 * A migration, ready to be written: steps up, and steps down that lead back.
 *
 * @param changes what differs, for people and tools
 * @param losses what data the way up takes away; empty when none
 * @param downLosses what data the way down takes away; empty when none
 * @param hazards where the way up may fail on data that is there
 * @param checks what tells, of a database before the way up, whether it does
 * @param syntax of the files
 */
public record MigrationPlan(
        List<Change> changes,
        List<Step> up,
        List<Step> down,
        List<Finding> losses,
        List<Finding> downLosses,
        List<Finding> hazards,
        List<DataCheck> checks,
        ScriptSyntax syntax) {
    public MigrationPlan {
        changes = List.copyOf(changes);
        up = List.copyOf(up);
        down = List.copyOf(down);
        losses = List.copyOf(losses);
        downLosses = List.copyOf(downLosses);
        hazards = List.copyOf(hazards);
        checks = List.copyOf(checks);
    }

    /** Whether there is nothing to do; a change that the engine has no name for, as of a key on SQLite, is nothing. */
    public boolean isEmpty() {
        return up.isEmpty() && down.isEmpty();
    }

    /** The text of `up.sql`. */
    public String upSql() {
        return Script.of(up, losses, syntax);
    }

    /** The text of `down.sql`; it says what it loses. */
    public String downSql() {
        return Script.of(down, downLosses, syntax);
    }
}
