package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.List;

/** A value in an attribute or a configuration block. */
public sealed interface Expression {
    Span span();

    /** `"…"`, unescaped. */
    record StringLiteral(String value, Span span) implements Expression {}

    /** `-1.50`, as written. */
    record NumberLiteral(String text, Span span) implements Expression {}

    /** A bare word: `true`, an enum value, a field, a dotted path. */
    record Name(String text, Span span) implements Expression {}

    /** `name(…)`: a function, or a field with arguments in an index. */
    record Call(Identifier name, Arguments arguments, Span span) implements Expression {}

    /** `[…]`. */
    record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }
    }

    /** `{ name: value, … }`. */
    record ObjectLiteral(List<Entry> entries, Span span) implements Expression {
        public ObjectLiteral {
            entries = List.copyOf(entries);
        }
    }

    /** One entry of an object. */
    record Entry(Identifier name, Expression value) {}
}
