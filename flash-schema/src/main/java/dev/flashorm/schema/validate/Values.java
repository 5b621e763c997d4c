package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Reads expressions as the kind of value that a place wants, and reports the ones of another kind. */
final class Values {
    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    Optional<Expression.StringLiteral> string(Expression value) {
        if (value instanceof Expression.StringLiteral text) {
            return Optional.of(text);
        }
        wrongKind(
                "a string",
                value,
                value instanceof Expression.Name || value instanceof Expression.NumberLiteral
                        ? "\"" + value.span().text() + "\""
                        : "");
        return Optional.empty();
    }

    /** A bare word. */
    Optional<Expression.Name> word(Expression value) {
        if (value instanceof Expression.Name name) {
            return Optional.of(name);
        }
        wrongKind(
                "a name",
                value,
                value instanceof Expression.StringLiteral text && isWord(text.value()) ? text.value() : "");
        return Optional.empty();
    }

    /** One of some bare words. */
    Optional<String> oneOf(Expression value, List<String> allowed) {
        Optional<Expression.Name> word = word(value);
        if (word.isPresent() && !allowed.contains(word.get().text())) {
            String wrong = word.get().text();
            Diagnosis.suggest(
                    findings.error(
                                    DiagnosticCode.UNKNOWN_WORD,
                                    value.span(),
                                    "`" + wrong + "` is not one of " + Suggestions.oneOf(allowed))
                            .label("not known here"),
                    value.span(),
                    wrong,
                    allowed,
                    findings);
            return Optional.empty();
        }
        return word.map(Expression.Name::text);
    }

    Optional<Expression.NumberLiteral> integer(Expression value) {
        if (value instanceof Expression.NumberLiteral number && isInteger(number.text())) {
            return Optional.of(number);
        }
        wrongKind("a whole number", value, "");
        return Optional.empty();
    }

    Optional<Boolean> bool(Expression value) {
        if (value instanceof Expression.Name name
                && (name.text().equals("true") || name.text().equals("false"))) {
            return Optional.of(name.text().equals("true"));
        }
        String unquoted = value instanceof Expression.StringLiteral text ? text.value() : "";
        wrongKind("`true` or `false`", value, unquoted.equals("true") || unquoted.equals("false") ? unquoted : "");
        return Optional.empty();
    }

    boolean isNotEmpty(Expression.StringLiteral text, String argument, Attribute attribute) {
        if (!text.value().isEmpty()) {
            return true;
        }
        findings.error(
                        DiagnosticCode.EMPTY_NAME,
                        text.span(),
                        "the `" + argument + "` given to `" + attribute.name().text() + "` is empty")
                .label("a name is needed here")
                .help("give a name, or remove the argument");
        return false;
    }

    /** @param fixed the text that would be right, empty when that is not certain */
    void wrongKind(String wanted, Expression value, String fixed) {
        var builder = findings.error(
                        DiagnosticCode.WRONG_KIND_OF_VALUE,
                        value.span(),
                        "expected " + wanted + ", found " + kind(value))
                .label("this is " + kind(value));
        if (!fixed.isEmpty()) {
            builder.help("write `" + fixed + "`", new TextEdit(value.span(), fixed));
        }
    }

    /** What an expression is, in words. */
    static String kind(Expression value) {
        if (value instanceof Expression.StringLiteral) {
            return "a string";
        } else if (value instanceof Expression.NumberLiteral) {
            return "a number";
        } else if (value instanceof Expression.Name name) {
            return name.text().equals("true") || name.text().equals("false") ? "a boolean" : "a name";
        } else if (value instanceof Expression.Call) {
            return "a function";
        } else if (value instanceof Expression.ArrayLiteral) {
            return "a list";
        }
        return "an object";
    }

    /** The elements of a list; a value alone is a list of one. */
    static List<Expression> elements(Expression value) {
        return value instanceof Expression.ArrayLiteral array ? array.elements() : List.of(value);
    }

    static boolean isInteger(String number) {
        int start = number.startsWith("-") ? 1 : 0;
        for (int i = start; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return number.length() > start;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
}
