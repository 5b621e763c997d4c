package dev.flashorm.migrate.folder;

import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Files of a migration folder, read and written whole; failures name the file. */
final class FolderFiles {
    private FolderFiles() {}

    static boolean isFile(Path file) {
        return Files.isRegularFile(file);
    }

    static byte[] bytes(Path file, String display) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(display, e);
        }
    }

    static String checksum(Path file, String display) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unreadable(display, e);
        }
    }

    /** The text of a file in UTF-8, kept as it is: byte-order mark and CRLF included. */
    static SourceFile source(Path file, String display) {
        byte[] bytes = bytes(file, display);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            // What can't be decoded became U+FFFD. The strict decoder needs twice the room, and is asked only then.
            if (text.indexOf('\uFFFD') >= 0) {
                var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            }
            return new SourceFile(display, text);
        } catch (CharacterCodingException e) {
            throw FailureException.failed("F5402", "`" + display + "` is not UTF-8")
                    .help("save the file as UTF-8")
                    .cause(e)
                    .build();
        }
    }

    static FailureException unreadable(String display, IOException e) {
        return FailureException.failed("F5401", "cannot read `" + display + "`")
                .note(String.valueOf(e))
                .cause(e)
                .build();
    }

    /** Makes a folder with these files appear whole or not at all. */
    static void create(Path folder, String display, Map<String, String> files) {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a migration folder has a parent: " + folder);
        }
        Path unfinished = parent.resolve(".unfinished-" + UUID.randomUUID());
        try {
            Files.createDirectories(unfinished);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(unfinished.resolve(file.getKey()), file.getValue());
            }
            if (Files.exists(folder)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(unfinished);
            boolean exists = Files.exists(folder);
            FailureException.Builder failure = FailureException.failed(
                    "F5403", exists ? "`" + display + "` is there already" : "cannot write `" + display + "`");
            throw failure.note(String.valueOf(e)).cause(e).build();
        }
    }

    /** Deletes the files of a migration, and its folder where nothing else lies in it. */
    static void deleteMigration(Path folder, String display) {
        try {
            for (ScriptSyntax syntax : ScriptSyntax.values()) {
                Files.deleteIfExists(folder.resolve(syntax.file(Migration.UP)));
                Files.deleteIfExists(folder.resolve(syntax.file(Migration.DOWN)));
            }
            for (String file : List.of(Migration.STATE, Migration.DESCRIPTION, Migration.PRISMA_UP)) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody's own files: they are not ours to delete.
            return;
        } catch (IOException e) {
            throw FailureException.failed("F5403", "cannot delete `" + display + "`")
                    .note(String.valueOf(e))
                    .cause(e)
                    .build();
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void delete(Path unfinished) {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // What stays begins with a dot: it is no migration, and the failure that brought us here is the one to
            // tell.
            return;
        }
    }
}
