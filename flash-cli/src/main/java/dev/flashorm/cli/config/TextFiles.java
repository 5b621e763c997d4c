package dev.flashorm.cli.config;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads text files as {@link SourceFile}s, named as a person in the working directory would name them. */
public final class TextFiles {
    private static final String UNREADABLE = "F6021";
    private static final String NOT_UTF8 = "F6022";

    private TextFiles() {}

    /** @throws FailureException when the file can't be read or isn't UTF-8 */
    public static SourceFile read(Path file, Path workingDirectory) {
        String shown = display(file, workingDirectory);
        try {
            return new SourceFile(shown, decode(Files.readAllBytes(file), shown));
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException
                    ? "there is no such file"
                    : e instanceof AccessDeniedException
                            ? "permission denied"
                            : Files.isDirectory(file) ? "it is a folder" : String.valueOf(e.getMessage());
            throw FailureException.of(
                            FailureException.Kind.USAGE, UNREADABLE, "`" + shown + "` can't be read: " + reason)
                    .cause(e)
                    .build();
        }
    }

    /** @throws FailureException when the bytes aren't UTF-8 */
    public static String decode(byte[] bytes, String shown) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FailureException.of(FailureException.Kind.USAGE, NOT_UTF8, "`" + shown + "` is not UTF-8 text")
                    .help("save it as UTF-8")
                    .cause(e)
                    .build();
        }
    }

    /** Relative to where the user stands, when that is shorter; `/` as separator. */
    public static String display(Path file, Path workingDirectory) {
        Path absolute = workingDirectory.resolve(file).normalize();
        String shown = absolute.toString();
        if (Objects.equals(absolute.getRoot(), workingDirectory.getRoot())) {
            String relative = workingDirectory.relativize(absolute).toString();
            if (relative.isEmpty()) {
                return ".";
            }
            if (relative.length() <= shown.length()) {
                shown = relative;
            }
        }
        return shown.replace('\\', '/');
    }
}
