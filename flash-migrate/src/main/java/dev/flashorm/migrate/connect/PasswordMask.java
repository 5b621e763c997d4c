package dev.flashorm.migrate.connect;

/**
 * Takes passwords out of texts that may hold the address of a database. What is unclear is masked: too much is better
 * than a password in a log.
 */
public final class PasswordMask {
    private static final String MASK = "***";
    private static final String[] KEYS = {"password", "passwd", "pwd", "secret", "token"};

    private PasswordMask() {}

    /** The text with the password of every URL in it, and the value of every `password=`-like parameter, as `***`. */
    public static String mask(String text) {
        return maskParameters(maskUserInfo(text));
    }

    /** The same, and every place where the known password itself stands; an empty one hides nothing. */
    static String mask(String text, String password) {
        String masked = mask(text);
        return password.isEmpty() ? masked : masked.replace(password, MASK);
    }

    private static String maskUserInfo(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (scheme >= 0) {
            int start = scheme + 3;
            int end = addressEnd(text, start);
            int colon = text.indexOf(':', start);
            int at = text.lastIndexOf('@', end - 1);
            if (at < start || colon < start || colon > at) {
                // No user here, or a blank in the password: then the last @ of the line ends it.
                int lineEnd = lineEnd(text, start);
                at = text.lastIndexOf('@', lineEnd - 1);
                end = at >= start ? Math.max(end, at + 1) : end;
            }
            if (at >= start && colon >= start && colon < at) {
                out.append(text, done, colon + 1).append(MASK);
                done = at;
            }
            scheme = text.indexOf("://", Math.max(end, start));
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int addressEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>') {
                break;
            }
            end++;
        }
        return end;
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static String maskParameters(String text) {
        String result = text;
        for (String key : KEYS) {
            result = maskParameter(result, key);
        }
        return result;
    }

    private static String maskParameter(String text, String key) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int i = 0; i + key.length() < text.length(); i++) {
            if (text.regionMatches(true, i, key, 0, key.length()) && text.charAt(i + key.length()) == '=') {
                int start = i + key.length() + 1;
                int end = valueEnd(text, start);
                if (end > start) {
                    out.append(text, done, start).append(MASK);
                    done = end;
                }
                i = Math.max(end, start) - 1;
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static int valueEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '&' && text.charAt(end) > ' ') {
            end++;
        }
        return end;
    }
}
