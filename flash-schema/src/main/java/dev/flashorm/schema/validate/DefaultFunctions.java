package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions in `@default`: which there are, what they make values of, what they take. */
final class DefaultFunctions {
    private static final Map<String, List<Scalar>> TYPES = types();

    private final Scope scope;
    private final Findings findings;

    DefaultFunctions(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check(ResolvedField field, Expression.Call call) {
        String name = call.name().text();
        List<Scalar> types = TYPES.get(name);
        if (types == null || name.equals("sequence")) {
            unknown(call);
            return;
        }
        if (name.equals("auto")) {
            checkAuto(call);
            return;
        }
        if (field.scalar().filter(types::contains).isEmpty()) {
            findings.error(
                            DiagnosticCode.FUNCTION_TYPE,
                            call.span(),
                            "`" + name + "()` makes " + article(types) + ", but `" + field.name() + "` is of type `"
                                    + field.typeName() + "`")
                    .label("makes " + article(types))
                    .because(field.typeSpan(), "expects " + Diagnosis.withArticleQuoted(field.typeName()));
            return;
        }
        checkArguments(call);
    }

    /** A field of a composite type is written by the client alone, so only the client's functions fit. */
    void checkOnMember(ResolvedField field, Expression.Call call) {
        String name = call.name().text();
        if (!TYPES.containsKey(name)) {
            unknown(call);
        } else if (name.equals("autoincrement") || name.equals("auto") || name.equals("dbgenerated")) {
            findings.error(
                            DiagnosticCode.FUNCTION_IN_TYPE,
                            call.span(),
                            "`" + name + "()` cannot be used in the type `"
                                    + field.block().name() + "`")
                    .label("the database makes such values only for fields of models");
        } else {
            check(field, call);
        }
    }

    /** `dbgenerated("…")` fits every type. */
    void checkDatabaseGenerated(ResolvedField field, Expression.Call call) {
        List<Argument> arguments = call.arguments().list();
        if (arguments.size() > 1
                || (arguments.size() == 1
                        && !(arguments.get(0).value().orElse(null) instanceof Expression.StringLiteral))) {
            findings.error(
                            DiagnosticCode.FUNCTION_ARGUMENTS,
                            call.arguments().span(),
                            "`dbgenerated()` takes one string at most: an SQL expression")
                    .label("not one string");
        } else if (arguments.size() == 1
                && arguments.get(0).value().orElseThrow() instanceof Expression.StringLiteral text
                && text.value().isEmpty()) {
            findings.error(
                            DiagnosticCode.FUNCTION_ARGUMENTS,
                            text.span(),
                            "the SQL expression of `dbgenerated()` is empty")
                    .label("empty")
                    .help("give the expression, or write `dbgenerated()` for one that Flash need not know");
        } else if (!scope.has(Capability.DATABASE_GENERATED_DEFAULT)) {
            findings.error(
                            DiagnosticCode.FUNCTION_UNSUPPORTED,
                            call.span(),
                            scope.provider().displayName() + " makes no values by `dbgenerated()`")
                    .label("not with " + scope.provider().displayName())
                    .help("use `auto()` for the id of `" + field.block().name()
                            + "`; give the client the other values");
        }
    }

    private void checkAuto(Expression.Call call) {
        if (!call.arguments().isEmpty()) {
            noArguments(call);
        } else if (!scope.has(Capability.AUTO_DEFAULT)) {
            findings.error(
                            DiagnosticCode.FUNCTION_UNSUPPORTED,
                            call.span(),
                            "`auto()` is for databases that make ids of their own, which "
                                    + scope.provider().displayName() + " is not")
                    .label("not with " + scope.provider().displayName())
                    .help("use `autoincrement()`, `uuid()` or `cuid()`");
        }
    }

    private void checkArguments(Expression.Call call) {
        switch (call.name().text()) {
            case "uuid" -> checkNumber(call, "4 or 7", 4, 7);
            case "cuid" -> checkNumber(call, "1 or 2", 1, 2);
            case "nanoid" -> {
                if (isSingleInteger(call)) {
                    int length = number(call);
                    if (length < 2 || length > 255) {
                        badNumber(call, "a length from 2 to 255");
                    }
                }
            }
            default -> {
                if (!call.arguments().isEmpty()) {
                    noArguments(call);
                }
            }
        }
    }

    private void checkNumber(Expression.Call call, String allowed, int one, int other) {
        if (isSingleInteger(call)) {
            int given = number(call);
            if (given != one && given != other) {
                badNumber(call, "a version, " + allowed);
            }
        }
    }

    private void badNumber(Expression.Call call, String wanted) {
        Span span = call.arguments().list().get(0).span();
        findings.error(
                        DiagnosticCode.FUNCTION_ARGUMENTS,
                        span,
                        "`" + call.name() + "()` takes " + wanted + ", not `" + span.text() + "`")
                .label("not possible");
    }

    /** Whether there is a whole number to look at; reports what is no number. */
    private boolean isSingleInteger(Expression.Call call) {
        List<Argument> arguments = call.arguments().list();
        if (arguments.isEmpty()) {
            return false;
        }
        if (arguments.size() > 1
                || !(arguments.get(0).value().orElse(null) instanceof Expression.NumberLiteral number)
                || !Values.isInteger(number.text())) {
            findings.error(
                            DiagnosticCode.FUNCTION_ARGUMENTS,
                            call.arguments().span(),
                            "`" + call.name() + "()` takes one whole number at most")
                    .label("not one whole number");
            return false;
        }
        return true;
    }

    /** The only argument; -1 for one that is too large for any use. */
    private static int number(Expression.Call call) {
        try {
            return Integer.parseInt(
                    call.arguments().list().get(0).value().orElseThrow().span().text());
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }

    private void noArguments(Expression.Call call) {
        findings.error(
                        DiagnosticCode.FUNCTION_ARGUMENTS,
                        call.arguments().span(),
                        "`" + call.name() + "()` takes no arguments")
                .label("not needed")
                .help(
                        "write `" + call.name() + "()`",
                        new TextEdit(call.arguments().span(), "()"));
    }

    private void unknown(Expression.Call call) {
        String name = call.name().text();
        Diagnosis.suggest(
                findings.error(
                                DiagnosticCode.FUNCTION_UNKNOWN,
                                call.name().span(),
                                "there is no function `" + name + "` for defaults")
                        .label("not a function of the schema language")
                        .help("for a function of the database write `dbgenerated(\"" + name + "(…)\")`"),
                call.name().span(),
                name,
                TYPES.keySet(),
                findings);
    }

    private static String article(List<Scalar> types) {
        String names = Suggestions.oneOf(types.stream().map(Scalar::typeName).toList());
        return (types.get(0) == Scalar.INT ? "an " : "a ") + names;
    }

    private static Map<String, List<Scalar>> types() {
        Map<String, List<Scalar>> types = new LinkedHashMap<>();
        types.put("autoincrement", List.of(Scalar.INT, Scalar.BIG_INT));
        types.put("now", List.of(Scalar.DATE_TIME));
        types.put("uuid", List.of(Scalar.STRING));
        types.put("cuid", List.of(Scalar.STRING));
        types.put("ulid", List.of(Scalar.STRING));
        types.put("nanoid", List.of(Scalar.STRING));
        types.put("dbgenerated", List.of(Scalar.values()));
        types.put("auto", List.of(Scalar.values()));
        types.put("sequence", List.of(Scalar.INT, Scalar.BIG_INT));
        return types;
    }
}
