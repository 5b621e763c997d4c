package dev.flashorm.migrate.sql;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How one database's SQL is cut into tokens and statements.
 *
 * @param features what differs from the core of SQL
 * @param bodies makes the watcher of one statement; it knows which terminators belong to a body
 */
public record Lexicon(Set<Feature> features, Supplier<BodyWatcher> bodies) {
    public Lexicon {
        features = Set.copyOf(features);
    }

    public static Lexicon of(Supplier<BodyWatcher> bodies, Feature... features) {
        EnumSet<Feature> set = EnumSet.noneOf(Feature.class);
        for (Feature feature : features) {
            set.add(feature);
        }
        return new Lexicon(set, bodies);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** A lexical rule that not every database has. */
    public enum Feature {
        /** Block comments nest (PostgreSQL 4.1.5). */
        NESTED_COMMENTS,
        /** `#` begins a comment (MySQL 11.7). */
        HASH_COMMENTS,
        /** `--` begins a comment only before a blank, a control character or the end (MySQL 1.7.2.4). */
        DASH_COMMENTS_NEED_BLANK,
        /** A block comment that begins with `!`, or with `M!` on MariaDB, is SQL (MySQL 11.7). */
        EXECUTABLE_COMMENTS,
        /** `//` begins a comment, and `--` does not (JavaScript). */
        SLASH_COMMENTS,
        /** A backslash escapes the next character in every string (MySQL 11.1.1). */
        BACKSLASH_ESCAPES,
        /** A backslash escapes the next character in `E'…'` only (PostgreSQL 4.1.2.2). */
        ESCAPE_STRINGS,
        /** `$tag$…$tag$` (PostgreSQL 4.1.2.4). */
        DOLLAR_QUOTES,
        /** Identifiers in backticks. */
        BACKTICKS,
        /** Identifiers in square brackets (SQLite). */
        BRACKETS,
        /** The client command `DELIMITER`. */
        DELIMITER_COMMAND,
        /** A terminator inside parentheses belongs to the statement: `CREATE RULE … DO (…; …)`, as psql reads it. */
        PARENTHESES_HOLD
    }
}
