package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;

/** A name where it stands. A dotted one, `db.VarChar` or `address.street`, is one identifier with its dots. */
public record Identifier(String text, Span span) {
    @Override
    public String toString() {
        return text;
    }
}
