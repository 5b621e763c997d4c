package dev.flashorm.migrate.folder;

import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A migration that is to be written.
 *
 * @param name as its author typed it; the folder's name is made of it
 * @param provider the canonical provider name
 * @param up the text of `up.sql`
 * @param down the text of `down.sql`; empty for none
 * @param schema the schema after it, normalised
 * @param losses what data the way up takes away, a sentence each
 * @param downLosses what data the way down takes away, a sentence each
 * @param renames new name to old name, `User.displayName` to `User.nickname`
 * @param replaces the ids of the migrations that were put together into this one; empty for all others
 */
public record MigrationDraft(
        String name,
        String provider,
        String up,
        Optional<String> down,
        String schema,
        List<String> losses,
        List<String> downLosses,
        Map<String, String> renames,
        List<String> replaces) {
    public MigrationDraft {
        losses = List.copyOf(losses);
        downLosses = List.copyOf(downLosses);
        renames = Map.copyOf(renames);
        replaces = List.copyOf(replaces);
    }

    /** How its files are written. */
    ScriptSyntax syntax() {
        return Dialects.script(provider);
    }
}
