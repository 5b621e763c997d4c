package dev.flashorm.migrate.folder;

import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of all migrations: a graph whose edges are the parents. Immutable; writing gives a new one. */
public final class MigrationFolder {
    private final Path path;
    private final String display;
    private final List<Migration> migrations;

    private MigrationFolder(Path path, String display, List<Migration> migrations) {
        this.path = path;
        this.display = display;
        this.migrations = List.copyOf(migrations);
    }

    /** The folder, shown in messages as given. A folder that doesn't exist has no migrations. */
    public static MigrationFolder open(Path path) {
        return open(path, path.toString().replace('\\', '/'));
    }

    /**
     * Reads the folder, not the SQL in it.
     *
     * @param display how messages name the folder, relative to where the user stands
     * @throws FailureException F541x, when something in it is no migration, or their parents make no order
     */
    public static MigrationFolder open(Path path, String display) {
        List<Migration> flash = new ArrayList<>();
        List<Migration> prisma = new ArrayList<>();
        Map<String, Span> places = new HashMap<>();
        for (Path folder : folders(path, display)) {
            String name = String.valueOf(folder.getFileName());
            String shown = display + "/" + name;
            if (FolderFiles.isFile(folder.resolve(Migration.DESCRIPTION))) {
                SourceFile file =
                        FolderFiles.source(folder.resolve(Migration.DESCRIPTION), shown + "/" + Migration.DESCRIPTION);
                MigrationDescription description = MigrationDescription.parse(file);
                places.put(description.id(), description.parentsSpan());
                flash.add(migration(description, folder, shown));
            } else if (FolderFiles.isFile(folder.resolve(Migration.PRISMA_UP))) {
                prisma.add(prisma(folder, name, shown, prisma));
            } else {
                throw FailureException.failed(
                                "F5411", "`" + shown + "` is no migration: it has no " + Migration.DESCRIPTION)
                        .help("bring the file back from version control, or move the folder elsewhere")
                        .build();
            }
        }
        prisma.addAll(flash);
        return new MigrationFolder(path, display, MigrationOrder.of(replaced(prisma), places));
    }

    /** Whether a folder holds a migration, Flash's or Prisma's. */
    public static boolean isOne(Path path) {
        return folders(path, path.toString()).stream()
                .anyMatch(folder -> FolderFiles.isFile(folder.resolve(Migration.DESCRIPTION))
                        || FolderFiles.isFile(folder.resolve(Migration.PRISMA_UP)));
    }

    /** Without what others were put together from; who builds on those builds on what replaces them. */
    private static List<Migration> replaced(List<Migration> all) {
        Map<String, String> successors = new HashMap<>();
        all.forEach(migration -> migration.replaces().forEach(id -> successors.put(id, migration.id())));
        return successors.isEmpty()
                ? all
                : all.stream()
                        .filter(migration -> !successors.containsKey(migration.id()))
                        .map(migration -> migration.withParents(migration.parents().stream()
                                .map(parent -> successors.getOrDefault(parent, parent))
                                .distinct()
                                .toList()))
                        .toList();
    }

    public Path path() {
        return path;
    }

    public String display() {
        return display;
    }

    /** All, parents before children. */
    public List<Migration> migrations() {
        return migrations;
    }

    public boolean isEmpty() {
        return migrations.isEmpty();
    }

    /** The one of this id, or else the only one whose id or name begins with or equals the text. */
    public Optional<Migration> find(String text) {
        for (Migration migration : migrations) {
            if (migration.id().equals(text)) {
                return Optional.of(migration);
            }
        }
        List<Migration> found = migrations.stream()
                .filter(migration ->
                        migration.name().equals(text) || migration.id().startsWith(text))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Those that no other builds on: none in an empty folder, more than one after branches came together unmerged. */
    public List<Migration> heads() {
        Set<String> parents = new HashSet<>();
        migrations.forEach(migration -> parents.addAll(migration.parents()));
        return migrations.stream()
                .filter(migration -> !parents.contains(migration.id()))
                .toList();
    }

    /**
     * The newest migration; empty in an empty folder.
     *
     * @throws FailureException F5415, when there are several
     */
    public Optional<Migration> head() {
        List<Migration> heads = heads();
        if (heads.size() > 1) {
            FailureException.Builder failure = FailureException.failed(
                    "F5415", "the folder `" + display + "` has " + heads.size() + " newest migrations");
            heads.forEach(head -> failure.note("`" + head.display() + "` builds on "
                    + (head.parents().isEmpty() ? "nothing" : String.join(", ", head.parents()))));
            throw failure.help("they were written apart from each other; remove one that is applied nowhere and plan it"
                            + " again")
                    .next("flash migrate status")
                    .build();
        }
        return heads.stream().findFirst();
    }

    /**
     * The newest schema, which the next migration starts from; empty where no state was recorded.
     *
     * @throws FailureException F5416, when it is not the one whose hash the migration names
     */
    public Optional<SourceFile> newestSchema() {
        Optional<Migration> head = head();
        Optional<SourceFile> state = head.flatMap(Migration::state);
        if (head.isPresent()
                && state.isPresent()
                && head.get().stateHash().isPresent()
                && !Migration.stateHash(state.get().text())
                        .equals(head.get().stateHash().get())) {
            throw FailureException.failed("F5416", "`" + state.get().path() + "` was changed after it was written")
                    .help("it is a record of what the migration leads to; bring it back from version control")
                    .build();
        }
        return state;
    }

    /**
     * Writes a migration that builds on the newest one; it appears whole or not at all.
     *
     * @param clock names the folder, in UTC
     * @return the folder with it
     * @throws FailureException F5403, when it cannot be written; F5415, when there is no single newest migration
     */
    public MigrationFolder write(MigrationDraft draft, Clock clock) {
        return write(draft, head().map(head -> List.of(head.id())).orElse(List.of()), clock);
    }

    /**
     * Writes a migration in the place of those that the draft says it replaces. They are no part of the folder any more,
     * and their files are deleted; what else lies beside these stays.
     *
     * @param range the migrations that are replaced, in order
     * @throws FailureException F5403, when it cannot be written
     */
    MigrationFolder replace(MigrationDraft draft, List<Migration> range, Clock clock) {
        MigrationFolder written = write(draft, range.get(0).parents(), clock);
        for (Migration migration : range) {
            FolderFiles.deleteMigration(migration.folder(), migration.display());
        }
        return written;
    }

    private MigrationFolder write(MigrationDraft draft, List<String> parents, Clock clock) {
        String id = FolderName.of(clock, draft.name());
        Map<String, String> files = new LinkedHashMap<>();
        files.put(draft.syntax().file(Migration.UP), draft.up());
        draft.down().ifPresent(down -> files.put(draft.syntax().file(Migration.DOWN), down));
        files.put(Migration.STATE, draft.schema());
        files.put(Migration.DESCRIPTION, MigrationDescription.text(id, parents, draft));
        FolderFiles.create(path.resolve(id), display + "/" + id, files);
        return open(path, display);
    }

    private static Migration migration(MigrationDescription description, Path folder, String shown) {
        if (Migration.file(folder, Migration.UP).isEmpty()) {
            throw FailureException.failed(
                            "F5411", "the migration `" + shown + "` has no " + ScriptSyntax.SQL.file(Migration.UP))
                    .help("bring the file back from version control")
                    .build();
        }
        return new Migration(
                description.id(),
                description.name(),
                Optional.of(description.provider()),
                description.parents(),
                Optional.of(description.stateHash()),
                description.losses(),
                description.downLosses(),
                description.renames(),
                description.replaces(),
                folder,
                shown,
                Migration.Layout.FLASH);
    }

    /** Prisma orders by name, and so each builds on the one before. */
    private static Migration prisma(Path folder, String name, String shown, List<Migration> before) {
        List<String> parents = before.isEmpty()
                ? List.of()
                : List.of(before.get(before.size() - 1).id());
        return new Migration(
                name,
                name,
                Optional.empty(),
                parents,
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                folder,
                shown,
                Migration.Layout.PRISMA);
    }

    private static List<Path> folders(Path path, String display) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FolderFiles.unreadable(display, e);
        }
    }
}
