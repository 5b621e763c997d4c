package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the arguments of one attribute: each is asked for by name, and {@link #finish} reports the ones that nobody
 * asked for. Values of the wrong kind are reported where they are asked for.
 */
final class AttributeReader {
    private final Attribute attribute;
    private final String shownName;
    private final Values values;
    private final Findings findings;
    private final List<Argument> unread = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** @param signs `@` or `@@` */
    AttributeReader(Attribute attribute, String signs, Findings findings) {
        this.attribute = attribute;
        this.shownName = signs + attribute.name().text();
        this.values = new Values(findings);
        this.findings = findings;
        unread.addAll(attribute.arguments().list());
    }

    Attribute attribute() {
        return attribute;
    }

    /** `@default`. */
    String shownName() {
        return shownName;
    }

    /** Whether the argument list is sound enough to be read; what is wrong with it has been reported. */
    boolean isSound() {
        int before = findings.errorCount();
        Map<String, Argument> seen = new HashMap<>();
        List<Argument> unnamed = new ArrayList<>();
        if (!isComplete(attribute.arguments())) {
            return false;
        }
        for (Argument argument : attribute.arguments().list()) {
            if (argument.name().isEmpty()) {
                unnamed.add(argument);
                continue;
            }
            String name = argument.name().get().text();
            Argument first = seen.putIfAbsent(name, argument);
            if (first != null) {
                findings.error(
                                DiagnosticCode.ARGUMENT_TWICE,
                                argument.span(),
                                "`" + name + "` is given twice to `" + shownName + "`")
                        .label("given again")
                        .because(first.span(), "first given here")
                        .help("keep one of the two");
            }
        }
        if (unnamed.size() > 1 && attribute.name().text().indexOf('.') < 0) {
            Span all = unnamed.get(0).span().to(unnamed.get(unnamed.size() - 1).span());
            findings.error(
                            DiagnosticCode.SEVERAL_UNNAMED_ARGUMENTS,
                            all,
                            "`" + shownName + "` takes one unnamed argument, but there are " + unnamed.size())
                    .label("only the first may go without a name")
                    .help(
                            "to give a list, put brackets around it: `[" + all.text() + "]`",
                            new TextEdit(all, "[" + all.text() + "]"));
        }
        return findings.errorCount() == before;
    }

    /** Whether every argument, in calls and lists too, has its value; the parser has reported those that have none. */
    private static boolean isComplete(Arguments arguments) {
        for (Argument argument : arguments.list()) {
            if (argument.value().isEmpty() || !isComplete(argument.value().get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isComplete(Expression value) {
        if (value instanceof Expression.Call call) {
            return isComplete(call.arguments());
        }
        return !(value instanceof Expression.ArrayLiteral array)
                || array.elements().stream().allMatch(AttributeReader::isComplete);
    }

    /** The main argument, which may go without its name; reports when it is missing. */
    Optional<Expression> main(String name) {
        Optional<Expression> value = optionalMain(name);
        if (value.isEmpty() && !findings.isBroken(attribute)) {
            findings.error(
                            DiagnosticCode.ARGUMENT_MISSING,
                            nameSpan(),
                            "`" + shownName + "` needs the argument `" + name + "`")
                    .label("`" + name + "` is missing")
                    .help("write `" + shownName + "(" + example(name) + ")`");
            findings.markBroken(attribute);
        }
        return value;
    }

    /** The main argument, which may go without its name and may be absent. */
    Optional<Expression> optionalMain(String name) {
        known.add(name);
        Optional<Argument> named = attribute.arguments().named(name);
        Optional<Argument> unnamed = attribute.arguments().unnamed();
        if (named.isPresent() && unnamed.isPresent()) {
            findings.error(
                            DiagnosticCode.ARGUMENT_TWICE,
                            named.get().span(),
                            "`" + name + "` is given twice to `" + shownName + "`")
                    .label("given again by name")
                    .because(unnamed.get().span(), "first given here, without its name");
            findings.markBroken(attribute);
            read(named.get());
            read(unnamed.get());
            return Optional.empty();
        }
        Optional<Argument> found = named.or(() -> unnamed);
        found.ifPresent(this::read);
        return found.flatMap(Argument::value);
    }

    Optional<Expression> optional(String name) {
        known.add(name);
        Optional<Argument> found = attribute.arguments().named(name);
        found.ifPresent(this::read);
        return found.flatMap(Argument::value);
    }

    /** Takes an argument off the list, by its place: two arguments may be written alike. */
    private void read(Argument argument) {
        unread.removeIf(candidate -> candidate.span().start() == argument.span().start());
    }

    /** A string argument that must not be empty; reports everything else. */
    Optional<Expression.StringLiteral> name(String argument) {
        return optional(argument).flatMap(values::string).filter(text -> values.isNotEmpty(text, argument, attribute));
    }

    /** The main argument as a string that must not be empty. */
    Optional<Expression.StringLiteral> mainName(String argument) {
        return main(argument).flatMap(values::string).filter(text -> values.isNotEmpty(text, argument, attribute));
    }

    /**
     * Reports the arguments that no rule asked for.
     *
     * @param positional whether all arguments stand by their position and are read elsewhere
     */
    void finish(boolean positional) {
        if (positional || findings.isBroken(attribute)) {
            return;
        }
        for (Argument argument : unread) {
            if (argument.name().isEmpty()) {
                findings.error(
                                DiagnosticCode.UNKNOWN_ARGUMENT,
                                argument.span(),
                                "`" + shownName + "` takes no unnamed argument")
                        .label("nothing reads this")
                        .help(known.isEmpty() ? "remove it" : "it takes " + Suggestions.oneOf(List.copyOf(known)));
                continue;
            }
            Span span = argument.name().get().span();
            String name = argument.name().get().text();
            Diagnosis.suggest(
                    findings.error(
                                    DiagnosticCode.UNKNOWN_ARGUMENT,
                                    span,
                                    "`" + shownName + "` has no argument `" + name + "`")
                            .label("not an argument of `" + shownName + "`"),
                    span,
                    name,
                    known,
                    findings);
        }
    }

    /** The attribute's name with its at signs. */
    Span nameSpan() {
        return attribute
                .span()
                .file()
                .span(attribute.span().start(), attribute.name().span().end());
    }

    private static String example(String name) {
        return switch (name) {
            case "fields" -> "[…]";
            case "value" -> "…";
            default -> "\"…\"";
        };
    }
}
