package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.physical.ColumnType;
import java.util.Locale;

/** Declared types: any words at all, which SQLite compares without case (Datatypes, section 3.1). */
public final class TypeNames {
    private TypeNames() {}

    /** In upper case, with single blanks. */
    public static ColumnType parse(String declared) {
        StringBuilder out = new StringBuilder(declared.length());
        boolean blank = false;
        for (int i = 0; i < declared.length(); i++) {
            char c = declared.charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            boolean tight = c == '('
                    || c == ')'
                    || c == ','
                    || (!out.isEmpty() && "(,".indexOf(out.charAt(out.length() - 1)) >= 0);
            if (blank && !out.isEmpty() && !tight) {
                out.append(' ');
            }
            blank = false;
            out.append(c);
        }
        return ColumnType.of(out.toString().toUpperCase(Locale.ROOT));
    }
}
