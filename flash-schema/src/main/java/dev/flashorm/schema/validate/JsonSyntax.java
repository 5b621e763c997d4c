package dev.flashorm.schema.validate;

import java.util.Optional;

/** Whether a text is JSON (RFC 8259). It is only looked at, never kept, so no value is built. */
final class JsonSyntax {
    private static final int DEEPEST = 127;

    private final String text;
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** What is wrong, with its place; empty for JSON. */
    static Optional<String> firstError(String text) {
        JsonSyntax json = new JsonSyntax(text);
        boolean valid = json.value(0);
        if (valid) {
            json.blanks();
            valid = json.at == text.length();
        }
        if (valid) {
            return Optional.empty();
        }
        return Optional.of(
                json.at >= text.length()
                        ? "it ends too early"
                        : "unexpected `" + text.charAt(json.at) + "` at character " + (json.at + 1));
    }

    private boolean value(int depth) {
        blanks();
        if (at >= text.length() || depth > DEEPEST) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean members(int depth) {
        at++;
        if (skip('}')) {
            return true;
        }
        do {
            blanks();
            if (!isAt('"') || !string() || !skip(':') || !value(depth + 1)) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    private boolean elements(int depth) {
        at++;
        if (skip(']')) {
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (skip(','));
        return skip(']');
    }

    private boolean string() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                return false;
            }
            at++;
            if (c == '\\' && !escape()) {
                return false;
            }
        }
        return skip('"');
    }

    private boolean escape() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == 'u') {
            for (int i = 1; i <= 4; i++) {
                if (at + i >= text.length() || Character.digit(text.charAt(at + i), 16) < 0) {
                    return false;
                }
            }
            at += 5;
            return true;
        }
        if ("\"\\/bfnrt".indexOf(c) < 0) {
            return false;
        }
        at++;
        return true;
    }

    private boolean word(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean number() {
        if (isAt('-')) {
            at++;
        }
        if (isAt('0')) {
            at++;
        } else if (!digits()) {
            return false;
        }
        if (isAt('.')) {
            at++;
            if (!digits()) {
                return false;
            }
        }
        if (isAt('e') || isAt('E')) {
            at++;
            if (isAt('+') || isAt('-')) {
                at++;
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > start;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Steps over blanks and this character, if it comes next. */
    private boolean skip(char c) {
        blanks();
        if (isAt(c)) {
            at++;
            return true;
        }
        return false;
    }
}
