package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;

/**
 * `@name(…)` on a field or `@@name(…)` on a block.
 *
 * @param name without the at signs: `id`, `db.VarChar`
 * @param span from the first at sign to the closing parenthesis
 */
public record Attribute(Identifier name, Arguments arguments, Span span) {
    public boolean is(String wanted) {
        return name.text().equals(wanted);
    }
}
