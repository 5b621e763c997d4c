package dev.flashorm.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one function that masks passwords, for everything that leaves the process as text for people: messages, errors,
 * reports. It would rather mask too much than too little. Without regular expressions: it runs on every start.
 */
public final class Redaction {
    private static final String MASK = "***";
    private static final List<String> SECRET_KEYS = List.of("password", "passwd", "pwd", "secret", "token", "apikey");

    private final Map<String, String> knownUrls = new LinkedHashMap<>();

    /** Makes a URL known, so that it is masked as a whole even where it can't be recognised as one. */
    public void know(String url) {
        knownUrls.put(url, maskUrls(maskKeys(url), true));
    }

    public String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> known : knownUrls.entrySet()) {
            if (!known.getKey().isEmpty()) {
                masked = masked.replace(known.getKey(), known.getValue());
            }
        }
        return maskKeys(maskUrls(masked, false));
    }

    /** `scheme://user:password@host`: from the first colon of the URL to its last `@`, whatever stands between. */
    private static String maskUrls(String text, boolean whole) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        while (scheme >= 0) {
            int start = scheme + 3;
            int end = start;
            while (end < text.length() && (whole || !endsUrl(text.charAt(end)))) {
                end++;
            }
            int at = text.lastIndexOf('@', end - 1);
            int colon = text.indexOf(':', start);
            if (at > colon && colon >= start) {
                masked.append(text, done, colon + 1).append(MASK);
                done = at;
            }
            scheme = text.indexOf("://", Math.max(end, start));
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static boolean endsUrl(char c) {
        return Character.isWhitespace(c) || c == '"' || c == '`' || c == '<' || c == '>';
    }

    /** `password=…`, up to what can't be part of the value. */
    private static String maskKeys(String text) {
        String lower = null;
        String masked = text;
        for (String key : SECRET_KEYS) {
            if (lower == null) {
                lower = masked.toLowerCase(Locale.ROOT);
            }
            int at = lower.indexOf(key);
            while (at >= 0) {
                int start = at + key.length();
                if (start < masked.length() && masked.charAt(start) == '=') {
                    int end = start + 1;
                    while (end < masked.length() && !endsValue(masked.charAt(end))) {
                        end++;
                    }
                    masked = masked.substring(0, start + 1) + MASK + masked.substring(end);
                    lower = masked.toLowerCase(Locale.ROOT);
                }
                at = lower.indexOf(key, start);
            }
        }
        return masked;
    }

    private static boolean endsValue(char c) {
        return c == '&' || c == ';' || c == ')' || endsUrl(c);
    }
}
