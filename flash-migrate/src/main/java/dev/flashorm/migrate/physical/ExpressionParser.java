package dev.flashorm.migrate.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the part of SQL's expressions that conditions are made of, by falling precedence from OR to literals. It gives up
 * at everything else.
 */
final class ExpressionParser {
    /** Deeper nesting is nobody's condition. */
    private static final int DEEPEST = 100;

    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "~*", "!~", "!~*");
    private static final Set<String> NOT_UNDERSTOOD = Set.of(
            "case",
            "cast",
            "interval",
            "select",
            "exists",
            "distinct",
            "collate",
            "escape",
            "at",
            "and",
            "or",
            "not",
            "in",
            "between",
            "is",
            "like",
            "ilike",
            "any",
            "all");
    private static final Set<String> TYPE_WORDS = Set.of("precision", "varying", "with", "without", "time", "zone");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TEXTS = Set.of("text", "text[]", "character varying", "character varying[]");

    private final List<String> tokens;
    private int position;
    private int depth;

    ExpressionParser(List<String> tokens) {
        this.tokens = tokens;
    }

    Optional<ExpressionShape> parse() {
        // Servers disagree on how strongly || binds among these.
        if (tokens.contains("||") && tokens.stream().anyMatch(Set.of("+", "-", "*", "/", "%")::contains)) {
            return Optional.empty();
        }
        try {
            ExpressionShape shape = disjunction();
            return position == tokens.size() ? Optional.of(shape) : Optional.empty();
        } catch (NotUnderstoodException e) {
            return Optional.empty();
        }
    }

    private static final class NotUnderstoodException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstoodException() {
            super(null, null, false, false);
        }
    }

    private String peek() {
        return position < tokens.size() ? tokens.get(position) : "";
    }

    private String next() {
        String token = peek();
        position++;
        return token;
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        position += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new NotUnderstoodException();
        }
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new NotUnderstoodException();
        }
    }

    private ExpressionShape disjunction() {
        enter();
        List<ExpressionShape> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (take("or"));
        depth--;
        return ExpressionShape.chain("or", parts);
    }

    private ExpressionShape conjunction() {
        List<ExpressionShape> parts = new ArrayList<>();
        do {
            parts.add(negation());
        } while (take("and"));
        return ExpressionShape.chain("and", parts);
    }

    private ExpressionShape negation() {
        if (!take("not")) {
            return comparison();
        }
        enter();
        ExpressionShape operand = negation();
        depth--;
        return operand.negated();
    }

    private ExpressionShape comparison() {
        ExpressionShape left = sum();
        boolean negated = take("not");
        Optional<ExpressionShape> named = named(left);
        if (named.isPresent()) {
            return negated ? named.get().negated() : named.get();
        }
        if (negated) {
            throw new NotUnderstoodException();
        }
        if (take("is")) {
            String head = take("not") ? "is not" : "is";
            if (!Set.of("null", "true", "false", "unknown").contains(peek())) {
                throw new NotUnderstoodException();
            }
            return ExpressionShape.of(head, left, ExpressionShape.leaf(next()));
        }
        if (!COMPARISONS.contains(peek())) {
            return left;
        }
        String operator = next();
        if (operator.equals("=") && take("any")) {
            return in(left, array());
        }
        if (operator.equals("<>") && take("all")) {
            return in(left, array()).negated();
        }
        ExpressionShape right = sum();
        return operator.startsWith("!~~")
                ? ExpressionShape.of(operator.substring(1), left, right).negated()
                : ExpressionShape.of(operator, left, right);
    }

    /** IN, BETWEEN, LIKE. */
    private Optional<ExpressionShape> named(ExpressionShape left) {
        if (take("in")) {
            return Optional.of(in(left, list("(", ")")));
        }
        if (take("between")) {
            ExpressionShape low = sum();
            expect("and");
            return Optional.of(ExpressionShape.of(
                    "and", ExpressionShape.of(">=", left, low), ExpressionShape.of("<=", left, sum())));
        }
        if (take("like")) {
            return Optional.of(ExpressionShape.of("~~", left, sum()));
        }
        return take("ilike") ? Optional.of(ExpressionShape.of("~~*", left, sum())) : Optional.empty();
    }

    private static ExpressionShape in(ExpressionShape left, List<ExpressionShape> values) {
        List<ExpressionShape> operands = new ArrayList<>(List.of(left));
        operands.addAll(values);
        return new ExpressionShape("in", operands);
    }

    /** `(ARRAY['a'::text, 'b'::text])`, perhaps with a cast around. */
    private List<ExpressionShape> array() {
        expect("(");
        ExpressionShape array = sum();
        expect(")");
        if (!array.head().equals("array")) {
            throw new NotUnderstoodException();
        }
        return array.operands();
    }

    private ExpressionShape sum() {
        ExpressionShape left = product();
        while (Set.of("+", "-", "||").contains(peek())) {
            left = ExpressionShape.of(next(), left, product());
        }
        return left;
    }

    private ExpressionShape product() {
        ExpressionShape left = sign();
        while (Set.of("*", "/", "%").contains(peek())) {
            left = ExpressionShape.of(next(), left, sign());
        }
        return left;
    }

    private ExpressionShape sign() {
        if (take("-")) {
            enter();
            ExpressionShape operand = sign();
            depth--;
            return ExpressionShape.of("-", operand);
        }
        ExpressionShape value = operand();
        while (take("::")) {
            value = cast(value, type());
        }
        return value;
    }

    /** A literal has the type of what it is compared with, said or not; texts of all kinds compare alike. */
    private static ExpressionShape cast(ExpressionShape value, String type) {
        if (value.isText() && NUMBERS.contains(type)) {
            String number = value.head().substring(1, value.head().length() - 1);
            boolean negative = number.startsWith("-");
            ExpressionShape digits = ExpressionShape.leaf(negative ? number.substring(1) : number);
            return negative ? ExpressionShape.of("-", digits) : digits;
        }
        boolean negative = value.head().equals("-") && value.operands().size() == 1;
        boolean number =
                value.isNumber() || (negative && value.operands().get(0).isNumber());
        boolean implied = value.isText() || number || TEXTS.contains(type);
        return implied ? value : ExpressionShape.of("::", value, ExpressionShape.leaf(type));
    }

    private String type() {
        StringBuilder type = new StringBuilder(name());
        while (take(".")) {
            type.append('.').append(name());
        }
        while (TYPE_WORDS.contains(peek())) {
            type.append(' ').append(next());
        }
        if (peek().equals("(")) {
            type.append(list("(", ")"));
        }
        if (take("[")) {
            expect("]");
            type.append("[]");
        }
        return type.toString();
    }

    private String name() {
        if (!ExpressionTokens.isName(peek())) {
            throw new NotUnderstoodException();
        }
        return next();
    }

    private ExpressionShape operand() {
        String token = peek();
        if (NOT_UNDERSTOOD.contains(token)) {
            throw new NotUnderstoodException();
        }
        if (take("(")) {
            ExpressionShape inside = disjunction();
            expect(")");
            return inside;
        }
        if (token.startsWith("'") || ExpressionTokens.isNumber(token)) {
            return ExpressionShape.leaf(next());
        }
        String name = name();
        if (name.equals("array") && peek().equals("[")) {
            return new ExpressionShape("array", list("[", "]"));
        }
        while (take(".")) {
            name += "." + name();
        }
        return peek().equals("(") ? new ExpressionShape(name + "()", list("(", ")")) : ExpressionShape.leaf(name);
    }

    private List<ExpressionShape> list(String open, String close) {
        expect(open);
        List<ExpressionShape> items = new ArrayList<>();
        if (!peek().equals(close)) {
            do {
                items.add(disjunction());
            } while (take(","));
        }
        expect(close);
        return items;
    }
}
