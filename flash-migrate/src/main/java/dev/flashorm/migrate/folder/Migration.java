package dev.flashorm.migrate.folder;

import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One migration as its folder has it. Its files are read when asked for.
 *
 * @param id stable: the folder's name when it was written; a later rename of the folder changes nothing
 * @param name what its author called it
 * @param provider the canonical provider name; empty for a folder of Prisma's, which doesn't say it
 * @param parents the ids of the migrations that it builds on; empty for the first
 * @param stateHash SHA-256 of the schema after it; empty where no state was recorded
 * @param losses what data its way up takes away, a sentence each
 * @param downLosses what data its way down takes away, a sentence each
 * @param renames what only changed its name, path after to path before: `User.displayName` to `User.nickname`
 * @param replaces the ids of the migrations that were put together into this one: a database that has them has this
 * @param folder the place on disk
 * @param display the same for messages, with `/`
 * @param layout whose files lie there
 */
public record Migration(
        String id,
        String name,
        Optional<String> provider,
        List<String> parents,
        Optional<String> stateHash,
        List<String> losses,
        List<String> downLosses,
        Map<String, String> renames,
        List<String> replaces,
        Path folder,
        String display,
        Layout layout) {
    static final String UP = "up";
    static final String DOWN = "down";
    static final String STATE = "schema.flash";
    static final String DESCRIPTION = "migration.toml";
    static final String PRISMA_UP = "migration.sql";

    public Migration {
        parents = List.copyOf(parents);
        losses = List.copyOf(losses);
        downLosses = List.copyOf(downLosses);
        renames = Map.copyOf(renames);
        replaces = List.copyOf(replaces);
    }

    Migration withParents(List<String> others) {
        return new Migration(
                id, name, provider, others, stateHash, losses, downLosses, renames, replaces, folder, display, layout);
    }

    /** Whose files lie in the folder. */
    public enum Layout {
        FLASH,
        /** `migration.sql` alone: there is no way down, and no state. */
        PRISMA
    }

    /** The name of the file that holds the way up: `up.sql`. */
    public String upFile() {
        return layout == Layout.PRISMA ? PRISMA_UP : file(UP);
    }

    /** The name of the file that holds the way down, whether it is there or not: `down.sql`. */
    public String downFile() {
        return file(DOWN);
    }

    private String file(String stem) {
        return file(folder, stem).orElseGet(() -> ScriptSyntax.SQL.file(stem));
    }

    /** The file of this stem, in whatever syntax it is written. */
    static Optional<String> file(Path folder, String stem) {
        return Stream.of(ScriptSyntax.values())
                .map(syntax -> syntax.file(stem))
                .filter(name -> FolderFiles.isFile(folder.resolve(name)))
                .findFirst();
    }

    /** The way up. */
    public SourceFile up() {
        String file = upFile();
        return FolderFiles.source(folder.resolve(file), display + "/" + file);
    }

    /** The way down; empty where none is written. */
    public Optional<SourceFile> down() {
        String name = file(DOWN);
        Path file = folder.resolve(name);
        return FolderFiles.isFile(file)
                ? Optional.of(FolderFiles.source(file, display + "/" + name))
                : Optional.empty();
    }

    /** The schema after this migration, normalised; empty where no state was recorded. */
    public Optional<SourceFile> state() {
        Path file = folder.resolve(STATE);
        return FolderFiles.isFile(file)
                ? Optional.of(FolderFiles.source(file, display + "/" + STATE))
                : Optional.empty();
    }

    /** SHA-256 of the bytes of the way up, in hexadecimal: the same as Prisma records for its files. */
    public String checksum() {
        return FolderFiles.checksum(folder.resolve(upFile()), display);
    }

    /** What names a state: SHA-256 of its text with LF line ends, in hexadecimal. */
    public static String stateHash(String schema) {
        return sha256(schema.replace("\r\n", "\n"));
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
