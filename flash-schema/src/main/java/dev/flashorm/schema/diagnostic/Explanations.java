package dev.flashorm.schema.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The long form of each code: the pages of `docs/diagnostics`, which travel in the jar. Markdown: a heading, what the
 * code means, a schema that is wrong with what Flash says of it, and what to do.
 */
public final class Explanations {
    private static final int LONGEST_CODE = 16;

    private Explanations() {}

    /** The page of a code like `F3005`; empty when there is no such code. Upper and lower case are the same. */
    public static Optional<String> of(String code) {
        String id = code.toUpperCase(Locale.ROOT);
        if (id.length() > LONGEST_CODE || !id.chars().allMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        try (InputStream page = Explanations.class.getResourceAsStream("explanations/" + id + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the page of " + id + " cannot be read", unreadable);
        }
    }

    /** What a code means, in one line. */
    public static Optional<String> title(String code) {
        return of(code).map(page -> {
            String heading = page.substring(0, page.indexOf('\n'));
            return heading.substring(heading.indexOf(": ") + 2);
        });
    }
}
