package dev.flashorm.migrate.sql;

import dev.flashorm.schema.source.Span;

/**
 * A comment line that tells Flash something about the statement below it: `-- flash: no transaction`.
 *
 * @param span the whole comment
 * @param text what it says, behind the colon
 */
public record Directive(Span span, String text) {
    /** How such a line begins. */
    public static final String PREFIX = "-- flash:";

    /** Keeps the statement out of a transaction. */
    public static final String NO_TRANSACTION = "no transaction";

    static Directive of(Span span) {
        return new Directive(span, span.text().substring(PREFIX.length()).strip());
    }
}
