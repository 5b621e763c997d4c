package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Defaults of arrays: `ARRAY['a'::text, 'b'::text]` and `'{}'::text[]` in the one spelling of {@link DefaultValues}. */
final class ArrayDefaults {
    private static final String OPEN = "ARRAY[";

    private ArrayDefaults() {}

    /** Empty for anything but an array of literals. */
    static Optional<ColumnDefault> parse(String sql, ColumnType type) {
        if (CatalogDefaults.withoutCast(sql).equals("'{}'")) {
            return Optional.of(of(List.of(), type));
        }
        String array = withoutPrecision(sql);
        int close = closing(array);
        boolean cast = array.startsWith("]::", close) && array.endsWith("[]");
        if (!array.regionMatches(true, 0, OPEN, 0, OPEN.length()) || (close != array.lastIndexOf(']') && !cast)) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        for (String item : items(array.substring(OPEN.length(), close))) {
            ColumnDefault value = CatalogDefaults.parse(withoutCast(item), type.element());
            if (value.kind() == ColumnDefault.Kind.EXPRESSION || value.kind() == ColumnDefault.Kind.NOW) {
                return Optional.empty();
            }
            items.add(value.sql());
        }
        return Optional.of(of(items, type));
    }

    /** `(ARRAY[]::numeric[])::numeric(5,2)[]`: items whose type has arguments are cast twice. */
    private static String withoutPrecision(String sql) {
        int close = closing(sql);
        int end = sql.indexOf(")::", close);
        return sql.startsWith("(" + OPEN) && end > 0 && sql.endsWith("[]") ? sql.substring(1, end) : sql;
    }

    /** `(0.5)::double precision`: a number is an item of another type by a cast. */
    private static String withoutCast(String item) {
        int close = item.indexOf(")::");
        return item.startsWith("(") && close > 0 ? item.substring(1, close) : item;
    }

    static ColumnDefault of(List<String> items, ColumnType type) {
        return ColumnDefault.expression("ARRAY[" + String.join(", ", items) + "]::" + Ddl.type(type));
    }

    /** The index of the first closing bracket outside of strings; the length for none. */
    private static int closing(String sql) {
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                i = end(sql, i) - 1;
            } else if (c == ']') {
                return i;
            }
        }
        return sql.length();
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                i = end(text, i) - 1;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ',' && depth == 0) {
                items.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            items.add(last);
        }
        return items;
    }

    private static int end(String text, int quote) {
        int end = CatalogDefaults.endOfString(text.substring(quote));
        return end < 0 ? text.length() : quote + end;
    }
}
