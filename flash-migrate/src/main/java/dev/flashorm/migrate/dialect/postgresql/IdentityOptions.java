package dev.flashorm.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

/** The options of an identity column's sequence: `START WITH 10 INCREMENT BY 2`. */
final class IdentityOptions {
    private static final List<String> KEYWORDS =
            List.of("START WITH", "INCREMENT BY", "MINVALUE", "MAXVALUE", "CACHE", "NO CYCLE", "CYCLE");

    private IdentityOptions() {}

    /** As the clauses of ALTER COLUMN, where each has a SET of its own. */
    static String set(String options) {
        List<String> clauses = new ArrayList<>();
        String rest = options;
        while (!rest.isEmpty()) {
            int end = rest.length();
            for (String keyword : KEYWORDS) {
                int next = rest.indexOf(" " + keyword, 1);
                if (next > 0 && !(keyword.equals("CYCLE") && rest.startsWith("NO", next - 2))) {
                    end = Math.min(end, next);
                }
            }
            clauses.add("SET " + rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return String.join(" ", clauses);
    }
}
