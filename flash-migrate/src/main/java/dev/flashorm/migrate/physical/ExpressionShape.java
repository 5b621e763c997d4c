package dev.flashorm.migrate.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression says, whoever spelled it: servers give back a check with parentheses, quotes and casts of their own, IN
 * as a comparison with an array (PostgreSQL), BETWEEN as two comparisons. Expressions of one shape mean the same.
 *
 * @param head an operator, the name of a function, or a literal or name that has no operands
 */
record ExpressionShape(String head, List<ExpressionShape> operands) {
    private static final Map<String, String> OPPOSITES = Map.ofEntries(
            Map.entry("and", "or"),
            Map.entry("or", "and"),
            Map.entry("=", "<>"),
            Map.entry("<>", "="),
            Map.entry("<", ">="),
            Map.entry(">=", "<"),
            Map.entry(">", "<="),
            Map.entry("<=", ">"),
            Map.entry("is", "is not"),
            Map.entry("is not", "is"));

    ExpressionShape {
        operands = List.copyOf(operands);
    }

    /** Empty for what is not understood: then only the text can be compared. */
    static Optional<ExpressionShape> of(String sql) {
        return ExpressionTokens.of(sql).flatMap(tokens -> new ExpressionParser(tokens).parse());
    }

    static ExpressionShape leaf(String text) {
        return new ExpressionShape(text, List.of());
    }

    static ExpressionShape of(String head, ExpressionShape... operands) {
        return new ExpressionShape(head, List.of(operands));
    }

    /** A chain of AND or OR; chains within it are part of it. */
    static ExpressionShape chain(String head, List<ExpressionShape> parts) {
        List<ExpressionShape> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part.head.equals(head) ? part.operands : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new ExpressionShape(head, flat);
    }

    /** MySQL takes a NOT apart; what it makes of it has the same value for unknown operands, too. */
    ExpressionShape negated() {
        String opposite = OPPOSITES.get(head);
        if (opposite == null) {
            return of("not", this);
        }
        return head.equals("and") || head.equals("or")
                ? chain(
                        opposite,
                        operands.stream().map(ExpressionShape::negated).toList())
                : new ExpressionShape(opposite, operands);
    }

    boolean isText() {
        return operands.isEmpty() && head.startsWith("'");
    }

    boolean isNumber() {
        return operands.isEmpty() && !head.isEmpty() && Character.isDigit(head.charAt(0));
    }
}
