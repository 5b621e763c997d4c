package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.sql.Token;
import java.util.List;
import java.util.Set;

/**
 * What follows a column's name.
 *
 * @param name without quotes
 * @param tokens its type and what comes behind
 */
public record ColumnDefinition(String name, List<Token> tokens) {
    private static final Set<String> BEHIND_DEFAULT = Set.of(
            "NOT",
            "NULL",
            "CONSTRAINT",
            "CHECK",
            "UNIQUE",
            "PRIMARY",
            "REFERENCES",
            "COLLATE",
            "GENERATED",
            "COMMENT",
            "ON",
            "AUTO_INCREMENT",
            "FIRST",
            "AFTER",
            "INVISIBLE");

    public ColumnDefinition {
        tokens = List.copyOf(tokens);
    }

    /** Whether these words follow each other somewhere in it. */
    public boolean has(String... words) {
        return Tokens.indexOf(tokens, words) >= 0;
    }

    public boolean isRequired() {
        return has("NOT", "NULL") || has("PRIMARY", "KEY");
    }

    /** Whether rows that are there get a value by themselves. */
    public boolean isFilled() {
        return has("DEFAULT") || has("GENERATED") || has("AS") || has("AUTO_INCREMENT") || isSerial();
    }

    public boolean isSerial() {
        return has("SERIAL") || has("BIGSERIAL") || has("SMALLSERIAL");
    }

    /** The expression of its default; empty without one. */
    public List<Token> defaultValue() {
        int start = Tokens.indexOf(tokens, "DEFAULT") + 1;
        if (start == 0) {
            return List.of();
        }
        int end = start;
        while (end < tokens.size() && (end == start || BEHIND_DEFAULT.stream().noneMatch(tokens.get(end)::is))) {
            end++;
        }
        return tokens.subList(start, end);
    }
}
