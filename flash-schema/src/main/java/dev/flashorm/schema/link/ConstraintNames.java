package dev.flashorm.schema.link;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that constraints and indexes get when the schema gives none: those of the reference implementation, so that
 * a database made by it shows no difference. A name that is too long loses the end of its front part, never its suffix.
 */
public final class ConstraintNames {
    private final int maxBytes;

    public ConstraintNames(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    public String primaryKey(String table) {
        return join(table, List.of(), "_pkey");
    }

    public String unique(String table, List<String> columns) {
        return join(table, columns, "_key");
    }

    public String index(String table, List<String> columns) {
        return join(table, columns, "_idx");
    }

    public String foreignKey(String table, List<String> columns) {
        return join(table, columns, "_fkey");
    }

    /** Flash's own: a check has no columns to be named after, so it is counted. */
    String check(String table, int number) {
        return join(table, List.of(), "_check" + number);
    }

    private String join(String table, List<String> columns, String suffix) {
        StringBuilder front = new StringBuilder(table);
        for (String column : columns) {
            front.append('_').append(column);
        }
        return cut(front.toString(), maxBytes - suffix.length()) + suffix;
    }

    /** The longest prefix of whole code points that fits into so many bytes of UTF-8. */
    private static String cut(String text, int bytes) {
        if (text.length() * 3L <= bytes || text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            used += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return text.substring(0, i);
    }
}
