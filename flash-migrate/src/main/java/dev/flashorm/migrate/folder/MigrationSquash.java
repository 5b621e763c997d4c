package dev.flashorm.migrate.folder;

import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.map.SchemaRenames;
import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import dev.flashorm.schema.source.SourceFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts several migrations together into one that leads from the same state to the same state. Its files are theirs, one
 * behind another, so that nothing that somebody wrote by hand is lost. A database that has all of them has the new one.
 */
public final class MigrationSquash {
    private final MigrationFolder folder;
    private final List<Migration> range;

    private MigrationSquash(MigrationFolder folder, List<Migration> range) {
        this.folder = folder;
        this.range = range;
    }

    /**
     * What is to be put together.
     *
     * @param from the first one; empty for the folder's first
     * @param to the last one; empty for the newest
     * @throws FailureException F5417 for a migration that isn't there, F5430 when these can't be put together
     */
    public static MigrationSquash of(MigrationFolder folder, Optional<String> from, Optional<String> to) {
        List<Migration> all = folder.migrations();
        int start = from.isPresent() ? all.indexOf(find(folder, from.get())) : 0;
        int end = to.isPresent() ? all.indexOf(find(folder, to.get())) : all.size() - 1;
        List<Migration> range = start <= end && !all.isEmpty() ? all.subList(start, end + 1) : List.of();
        MigrationSquash squash = new MigrationSquash(folder, List.copyOf(range));
        squash.check();
        return squash;
    }

    private static Migration find(MigrationFolder folder, String text) {
        return folder.find(text)
                .orElseThrow(
                        () -> FailureException.of(Kind.USAGE, "F5417", "there is no single migration `" + text + "`")
                                .next("flash migrate status")
                                .build());
    }

    private void check() {
        if (range.size() < 2) {
            throw refused("there are not two migrations to put together");
        }
        for (int i = 1; i < range.size(); i++) {
            if (!range.get(i).parents().equals(List.of(range.get(i - 1).id()))) {
                throw refused("`" + range.get(i).display() + "` does not build on `"
                        + range.get(i - 1).display() + "` alone");
            }
        }
        Migration last = range.get(range.size() - 1);
        if (last.state().isEmpty() || last.stateHash().isEmpty()) {
            throw refused("`" + last.display() + "` does not say which schema it leads to");
        }
        boolean prisma = range.stream().anyMatch(migration -> migration.layout() == Migration.Layout.PRISMA);
        if (prisma && !range.get(0).equals(folder.migrations().get(0))) {
            throw refused("migrations of Prisma's can only go all together: begin with the first one");
        }
    }

    private static FailureException refused(String why) {
        return FailureException.of(Kind.USAGE, "F5430", "these migrations cannot be put together: " + why)
                .next("flash migrate status")
                .build();
    }

    /** Those that go, in order. */
    public List<Migration> range() {
        return range;
    }

    /** Writes the new one and deletes the files of the old ones. */
    public MigrationFolder write(String name, Clock clock) {
        Migration last = range.get(range.size() - 1);
        List<String> losses = new ArrayList<>();
        List<String> downLosses = new ArrayList<>();
        SchemaRenames renames = SchemaRenames.none();
        for (Migration migration : range) {
            losses.addAll(migration.losses());
            downLosses.addAll(migration.downLosses());
            renames = renames.then(new SchemaRenames(migration.renames()));
        }
        String provider = last.provider()
                .orElseThrow(() -> new IllegalStateException("a migration with a state names its provider"));
        ScriptSyntax syntax = Dialects.script(provider);
        MigrationDraft draft = new MigrationDraft(
                name,
                provider,
                up(syntax),
                down(syntax),
                last.state().orElseThrow().text(),
                losses,
                downLosses,
                renames.origins(),
                range.stream().map(Migration::id).toList());
        return folder.replace(draft, range, clock);
    }

    private String up(ScriptSyntax syntax) {
        StringBuilder text = new StringBuilder();
        range.forEach(migration -> append(text, syntax.comment("from " + migration.id()), migration.up()));
        return text.toString();
    }

    /** None when one of them has none. */
    private Optional<String> down(ScriptSyntax syntax) {
        StringBuilder text = new StringBuilder();
        for (int i = range.size() - 1; i >= 0; i--) {
            Optional<SourceFile> down = range.get(i).down();
            if (down.isEmpty()) {
                return Optional.empty();
            }
            append(text, syntax.comment("from " + range.get(i).id()), down.get());
        }
        return Optional.of(text.toString());
    }

    private static void append(StringBuilder text, String heading, SourceFile file) {
        String sql = file.text().startsWith("\ufeff") ? file.text().substring(1) : file.text();
        text.append(text.isEmpty() ? "" : "\n").append(heading).append(sql);
        if (!sql.endsWith("\n")) {
            text.append('\n');
        }
        // The last statement of a file may do without its end.
        if (!sql.isBlank() && !sql.strip().endsWith(";")) {
            text.append(";\n");
        }
    }
}
