package dev.flashorm.runtime.query.mongodb;

import org.bson.BsonRegularExpression;

/** Searches in texts as regular expressions, in which every character of the caller's stands for itself. */
final class Patterns {
    private static final String SPECIAL = "\\^$.|?*+()[]{}-/#";

    /** A dot is any character, a line's end too. */
    private static final String DOT_ALL = "s";

    private static final String IGNORE_CASE = "is";

    private Patterns() {}

    static BsonRegularExpression part(boolean before, String part, boolean after, boolean ignoreCase) {
        StringBuilder text = new StringBuilder(part.length() + 8);
        if (!before) {
            text.append('^');
        }
        for (int i = 0; i < part.length(); i++) {
            literal(text, part.charAt(i));
        }
        if (!after) {
            text.append("\\z");
        }
        return new BsonRegularExpression(text.toString(), ignoreCase ? IGNORE_CASE : DOT_ALL);
    }

    /** SQL's {@code LIKE}: percent, underscore, and an exclamation mark before either. */
    static BsonRegularExpression like(String pattern, boolean ignoreCase) {
        StringBuilder text = new StringBuilder(pattern.length() + 8).append('^');
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                text.append(".*");
            } else if (c == '_') {
                text.append('.');
            } else if (c == '!' && i + 1 < pattern.length()) {
                literal(text, pattern.charAt(++i));
            } else {
                literal(text, c);
            }
        }
        return new BsonRegularExpression(text.append("\\z").toString(), ignoreCase ? IGNORE_CASE : DOT_ALL);
    }

    private static void literal(StringBuilder text, char c) {
        if (c == 0) {
            // A regular expression ends at a zero byte when it travels.
            text.append("\\x00");
            return;
        }
        if (SPECIAL.indexOf(c) >= 0) {
            text.append('\\');
        }
        text.append(c);
    }
}
