package dev.flashorm.schema.link;

import dev.flashorm.schema.syntax.Expression;

/** An argument as plain text: strings unescaped, everything else as written. */
final class ExpressionText {
    private ExpressionText() {}

    static String of(Expression value) {
        return value instanceof Expression.StringLiteral literal
                ? literal.value()
                : value.span().text();
    }
}
