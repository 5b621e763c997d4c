package dev.flashorm.migrate.physical;

import java.util.Optional;

/**
 * A column whose numbers the database gives out.
 *
 * @param sequence the sequence behind it, where the catalog names one; not compared
 * @param options of an identity column's sequence, as SQL; empty for the defaults
 */
public record Identity(Kind kind, Optional<ObjectName> sequence, String options) {
    /** How it is declared. */
    public enum Kind {
        /** PostgreSQL: a default of `nextval` on a sequence that the column owns. */
        SERIAL,
        ALWAYS,
        BY_DEFAULT,
        /** MySQL's AUTO_INCREMENT and SQLite's AUTOINCREMENT. */
        AUTO_INCREMENT
    }

    public static Identity of(Kind kind) {
        return new Identity(kind, Optional.empty(), "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that && kind == that.kind && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }
}
