package dev.flashorm.cli.config;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a `.env` file: `NAME=value`, `export NAME=value`, `# comment`. A value in single quotes is taken as it is; in
 * double quotes it may span lines and knows `\n \r \t \" \\ \$`; `${NAME}` is replaced in both double-quoted and bare
 * values. A bare value ends at ` #`.
 */
final class DotEnv {
    private static final String BAD_LINE = "F6020";

    private final SourceFile file;
    private final String text;
    private final Function<String, @Nullable String> outer;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int at;

    private DotEnv(SourceFile file, Function<String, @Nullable String> outer) {
        this.file = file;
        this.text = file.text();
        this.outer = outer;
    }

    /** A value and the 1-based line that it begins on. */
    record Entry(String value, int line) {}

    /**
     * @param outer the environment around the file, which wins in `${NAME}`
     * @throws FailureException with the place of a line that is none of the above
     */
    static Map<String, Entry> parse(SourceFile file, Function<String, @Nullable String> outer) {
        DotEnv reader = new DotEnv(file, outer);
        reader.read();
        return reader.entries;
    }

    private void read() {
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        while (at < text.length()) {
            skipBlanks();
            if (at >= text.length()) {
                return;
            }
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                at++;
            } else if (c == '#') {
                skipLine();
            } else {
                assignment();
            }
        }
    }

    private void assignment() {
        int start = at;
        String name = name();
        if (name.equals("export") && at < text.length() && isBlank(text.charAt(at))) {
            skipBlanks();
            start = at;
            name = name();
        }
        skipBlanks();
        if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
            throw broken(start, "this line is no `NAME=value`");
        }
        at++;
        skipBlanks();
        int line = file.position(start).line();
        String value = value();
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '#') {
            skipLine();
        }
        if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            throw broken(at, "there is text after the value's closing quote");
        }
        entries.put(name, new Entry(value, line));
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String value() {
        if (at >= text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        if (quote == '\'') {
            int end = text.indexOf('\'', at + 1);
            if (end < 0) {
                throw broken(at, "this quote is not closed");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }
        return quote == '"' ? quoted() : bare();
    }

    private String quoted() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                value.append(escaped(text.charAt(at + 1)));
                at += 2;
            } else if (!reference(value)) {
                value.append(c);
                at++;
            }
        }
        if (at >= text.length()) {
            throw broken(start, "this quote is not closed");
        }
        at++;
        return value.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\', '$' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private String bare() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            char c = text.charAt(at);
            if (c == '#' && (value.isEmpty() || isBlank(value.charAt(value.length() - 1)))) {
                skipLine();
            } else if (!reference(value)) {
                value.append(c);
                at++;
            }
        }
        return value.toString().strip();
    }

    /** Replaces `${NAME}` where it stands here; a name that nobody knows becomes nothing, as in a shell. */
    private boolean reference(StringBuilder value) {
        if (!text.startsWith("${", at)) {
            return false;
        }
        int end = text.indexOf('}', at);
        if (end < 0 || text.substring(at, end).indexOf('\n') >= 0) {
            return false;
        }
        String name = text.substring(at + 2, end);
        String known = outer.apply(name);
        if (known == null) {
            Entry earlier = entries.get(name);
            known = earlier == null ? "" : earlier.value();
        }
        value.append(known);
        at = end + 1;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '-';
    }

    /** Names the place only: the line may hold a password. */
    private FailureException broken(int offset, String message) {
        return FailureException.of(FailureException.Kind.USAGE, BAD_LINE, file.span(offset, offset) + ": " + message)
                .help("write `NAME=value`; put a value with spaces, quotes or `#` into quotes")
                .build();
    }
}
