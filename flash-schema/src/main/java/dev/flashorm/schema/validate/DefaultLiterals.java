package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.syntax.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Written-out defaults of fields of built-in types. */
final class DefaultLiterals {
    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int LONGEST_INTEGER = 40;

    private final Findings findings;

    DefaultLiterals(Findings findings) {
        this.findings = findings;
    }

    void check(ResolvedField field, Expression value) {
        Scalar scalar = field.scalar().orElseThrow();
        if (!field.isList()) {
            if (value instanceof Expression.ArrayLiteral) {
                mustNotBeList(field, value);
            } else {
                checkOne(field, scalar, value);
            }
        } else if (value instanceof Expression.ArrayLiteral array) {
            array.elements().forEach(element -> checkOne(field, scalar, element));
        } else {
            mustBeList(field, value);
        }
    }

    void mustBeList(ResolvedField field, Expression value) {
        String written = value.span().text();
        findings.error(
                        DiagnosticCode.DEFAULT_ARITY,
                        value.span(),
                        "`" + field.name() + "` is a list, but its default is " + Values.kind(value))
                .label("not a list")
                .because(field.typeSpan(), "a list")
                .help("write `[" + written + "]`", new TextEdit(value.span(), "[" + written + "]"));
    }

    void mustNotBeList(ResolvedField field, Expression value) {
        findings.error(
                        DiagnosticCode.DEFAULT_ARITY,
                        value.span(),
                        "`" + field.name() + "` holds one value, but its default is a list")
                .label("a list")
                .because(field.typeSpan(), "one value");
    }

    private void checkOne(ResolvedField field, Scalar scalar, Expression value) {
        if (scalar == Scalar.BOOLEAN && value instanceof Expression.Name name) {
            if (!name.text().equals("true") && !name.text().equals("false")) {
                var builder = findings.error(
                                DiagnosticCode.DEFAULT_TYPE,
                                value.span(),
                                "a `Boolean` is `true` or `false`, not `" + name.text() + "`")
                        .label("not a `Boolean`");
                String lower = name.text().toLowerCase(Locale.ROOT);
                if (lower.equals("true") || lower.equals("false")) {
                    builder.help("write `" + lower + "`", new TextEdit(value.span(), lower));
                }
            }
        } else if (isNumeric(scalar) && value instanceof Expression.NumberLiteral number) {
            checkNumber(field, scalar, number);
        } else if (isText(scalar) && value instanceof Expression.StringLiteral text) {
            checkText(scalar, text);
        } else {
            wrongType(field, scalar, value);
        }
    }

    private static boolean isNumeric(Scalar scalar) {
        return scalar == Scalar.INT || scalar == Scalar.BIG_INT || scalar == Scalar.FLOAT || scalar == Scalar.DECIMAL;
    }

    private static boolean isText(Scalar scalar) {
        return scalar == Scalar.STRING
                || scalar == Scalar.JSON
                || scalar == Scalar.BYTES
                || scalar == Scalar.DATE_TIME
                || scalar == Scalar.DECIMAL;
    }

    private void wrongType(ResolvedField field, Scalar scalar, Expression value) {
        var builder = findings.error(
                        DiagnosticCode.DEFAULT_TYPE,
                        value.span(),
                        "`" + field.name() + "` is of type `" + scalar.typeName() + "`, but its default is "
                                + Values.kind(value))
                .label("expected " + example(scalar))
                .because(field.typeSpan(), "the type");
        fixed(scalar, value).ifPresent(text -> builder.help("write `" + text + "`", new TextEdit(value.span(), text)));
    }

    /** The same value in the form that the type wants, if there can be only one. */
    private static Optional<String> fixed(Scalar scalar, Expression value) {
        if (value instanceof Expression.StringLiteral text) {
            boolean bool = text.value().equals("true") || text.value().equals("false");
            boolean whole = Values.isInteger(text.value()) && text.value().length() < 10;
            boolean wholeType = scalar == Scalar.INT || scalar == Scalar.BIG_INT || scalar == Scalar.FLOAT;
            return (bool && scalar == Scalar.BOOLEAN) || (whole && wholeType)
                    ? Optional.of(text.value())
                    : Optional.empty();
        }
        boolean plain = value instanceof Expression.NumberLiteral || value instanceof Expression.Name;
        return plain && scalar == Scalar.STRING
                ? Optional.of("\"" + value.span().text() + "\"")
                : Optional.empty();
    }

    private static String example(Scalar scalar) {
        return switch (scalar) {
            case STRING -> "a string, like `\"text\"`";
            case BOOLEAN -> "`true` or `false`";
            case INT, BIG_INT -> "a whole number, like `42`";
            case FLOAT, DECIMAL -> "a number, like `1.5`";
            case DATE_TIME -> "a time, like `\"2030-01-31T12:00:00Z\"` or `now()`";
            case JSON -> "JSON in a string, like `\"{}\"`";
            case BYTES -> "base64 in a string, like `\"aGVsbG8=\"`";
        };
    }

    private void checkNumber(ResolvedField field, Scalar scalar, Expression.NumberLiteral number) {
        if (scalar != Scalar.INT && scalar != Scalar.BIG_INT) {
            return;
        }
        if (!Values.isInteger(number.text())) {
            findings.error(
                            DiagnosticCode.DEFAULT_TYPE,
                            number.span(),
                            "`" + field.name() + "` is of type `" + scalar.typeName() + "`, but `" + number.text()
                                    + "` is no whole number")
                    .label("no whole number")
                    .because(field.typeSpan(), "the type");
            return;
        }
        BigInteger min = scalar == Scalar.INT ? INT_MIN : LONG_MIN;
        BigInteger max = scalar == Scalar.INT ? INT_MAX : LONG_MAX;
        boolean fits = number.text().length() <= LONGEST_INTEGER;
        if (fits) {
            BigInteger exact = new BigInteger(number.text());
            fits = exact.compareTo(min) >= 0 && exact.compareTo(max) <= 0;
        }
        if (!fits) {
            var builder = findings.error(
                            DiagnosticCode.DEFAULT_RANGE,
                            number.span(),
                            "`" + number.text() + "` does not fit into `" + scalar.typeName() + "`")
                    .label("out of range")
                    .note("`" + scalar.typeName() + "` goes from " + min + " to " + max);
            if (scalar == Scalar.INT) {
                builder.help("use `BigInt`");
            }
        }
    }

    private void checkText(Scalar scalar, Expression.StringLiteral text) {
        Optional<String> wrong = switch (scalar) {
            case JSON -> JsonSyntax.firstError(text.value()).map(reason -> "no valid JSON: " + reason);
            case BYTES -> Base64Text.isValid(text.value()) ? Optional.empty() : Optional.of("no valid base64");
            case DATE_TIME ->
                Rfc3339.isValid(text.value())
                        ? Optional.empty()
                        : Optional.of("no date and time in the form of RFC 3339");
            case DECIMAL -> isDecimal(text.value()) ? Optional.empty() : Optional.of("no decimal number");
            default -> Optional.empty();
        };
        wrong.ifPresent(reason -> findings.error(
                        DiagnosticCode.DEFAULT_FORMAT,
                        text.span(),
                        "the default of a `" + scalar.typeName() + "` field is " + reason)
                .label("expected " + example(scalar)));
    }

    private static boolean isDecimal(String text) {
        try {
            return text.length() <= 10_000 && new BigDecimal(text).scale() > Integer.MIN_VALUE;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
