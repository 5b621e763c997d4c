package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Index.SortOrder;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the list of a key: `[name, address.street, title(length: 10, sort: Desc), raw("lower(email)")]`. */
final class KeyPartReader {
    private static final List<String> ORDERS = List.of("Asc", "Desc");
    private static final List<String> ARGUMENTS = List.of("length", "sort", "ops");

    private final Findings findings;
    private final Values values;

    KeyPartReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** The members that are sound; the others are reported. */
    List<ResolvedKey.Part> read(
            ResolvedKey.Kind kind, ResolvedBlock block, AttributeReader reader, Expression written) {
        List<ResolvedKey.Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Expression element : Values.elements(written)) {
            Optional<ResolvedKey.Part> part = part(kind, block, reader, element);
            if (part.isPresent()
                    && !part.get().isExpression()
                    && !seen.add(part.get().pathName())) {
                findings.error(
                                DiagnosticCode.KEY_FIELD_TWICE,
                                element.span(),
                                "`" + reader.shownName() + "` names the field `"
                                        + part.get().pathName() + "` twice")
                        .label("named again")
                        .help("remove one of the two");
                continue;
            }
            part.ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<ResolvedKey.Part> part(
            ResolvedKey.Kind kind, ResolvedBlock block, AttributeReader reader, Expression element) {
        if (element instanceof Expression.Name name) {
            return path(kind, block, reader, name.text(), element.span())
                    .map(path -> new ResolvedKey.Part(
                            element.span(), path, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        if (element instanceof Expression.Call call && kind != ResolvedKey.Kind.SHARD) {
            boolean sql = call.name().text().equals("raw")
                    && (block.field("raw").isEmpty()
                            || call.arguments().unnamedString().isPresent());
            Optional<List<ResolvedField>> path = sql
                    ? sql(kind, reader, call)
                    : path(kind, block, reader, call.name().text(), call.name().span());
            Optional<Expression> length = argument(call.arguments(), "length")
                    .filter(value -> values.integer(value).isPresent());
            Optional<SortOrder> sort = argument(call.arguments(), "sort")
                    .flatMap(value -> values.oneOf(value, ORDERS))
                    .map(word -> word.equals("Desc") ? SortOrder.DESC : SortOrder.ASC);
            Optional<Expression> operatorClass =
                    argument(call.arguments(), "ops").filter(this::isOperatorClass);
            unknownArguments(call, sql);
            return path.map(found -> new ResolvedKey.Part(element.span(), found, length, sort, operatorClass));
        }
        String unquoted = element instanceof Expression.StringLiteral text
                        && block.field(text.value()).isPresent()
                ? text.value()
                : "";
        values.wrongKind("the name of a field", element, unquoted);
        return Optional.empty();
    }

    private Optional<List<ResolvedField>> sql(ResolvedKey.Kind kind, AttributeReader reader, Expression.Call call) {
        Optional<Expression> text = call.arguments().unnamed().flatMap(Argument::value);
        if (kind == ResolvedKey.Kind.ID || kind == ResolvedKey.Kind.FULLTEXT) {
            findings.error(
                            DiagnosticCode.EXPRESSION_MISPLACED,
                            call.span(),
                            "`" + reader.shownName() + "` is made of fields, not of SQL expressions")
                    .label("an expression");
            return Optional.empty();
        }
        if (text.isEmpty()) {
            values.wrongKind("an SQL expression in a string, `raw(\"…\")`", call, "");
            return Optional.empty();
        }
        return values.string(text.get()).map(found -> List.of());
    }

    private static Optional<Expression> argument(Arguments arguments, String name) {
        return arguments.value(name);
    }

    private void unknownArguments(Expression.Call call, boolean sql) {
        for (Argument argument : call.arguments().list()) {
            if (argument.name().isEmpty()) {
                if (!sql) {
                    findings.warning(
                                    DiagnosticCode.UNKNOWN_ARGUMENT,
                                    argument.span(),
                                    "a field in a key takes no unnamed argument")
                            .label("has no effect")
                            .help("it takes " + Suggestions.oneOf(ARGUMENTS));
                }
            } else if (!ARGUMENTS.contains(argument.name().get().text())) {
                Span span = argument.name().get().span();
                String name = argument.name().get().text();
                Diagnosis.suggest(
                        findings.warning(
                                        DiagnosticCode.UNKNOWN_ARGUMENT,
                                        span,
                                        "a field in a key has no argument `" + name + "`")
                                .label("has no effect"),
                        span,
                        name,
                        ARGUMENTS,
                        findings);
            }
        }
    }

    private boolean isOperatorClass(Expression value) {
        if (value instanceof Expression.Name) {
            return true;
        }
        if (value instanceof Expression.Call call && call.name().text().equals("raw")) {
            Optional<Expression> text = call.arguments().unnamed().flatMap(Argument::value);
            if (text.isPresent()) {
                return values.string(text.get()).isPresent();
            }
        }
        values.wrongKind("an operator class or `raw(\"…\")`", value, "");
        return false;
    }

    /** The condition of a partial index: SQL in a string or in `raw("…")`, or an object of fields and values. */
    boolean isCondition(Expression value) {
        if (value instanceof Expression.StringLiteral || value instanceof Expression.ObjectLiteral) {
            return true;
        }
        if (value instanceof Expression.Call call && call.name().text().equals("raw")) {
            Optional<Expression> text = call.arguments().unnamed().flatMap(Argument::value);
            if (text.isPresent()) {
                return values.string(text.get()).isPresent();
            }
        }
        values.wrongKind("a condition, `raw(\"…\")`", value, "");
        return false;
    }

    private Optional<List<ResolvedField>> path(
            ResolvedKey.Kind kind, ResolvedBlock block, AttributeReader reader, String written, Span span) {
        if (written.indexOf('.') >= 0 && (kind == ResolvedKey.Kind.ID || kind == ResolvedKey.Kind.SHARD)) {
            unknown(block, reader, written, span);
            return Optional.empty();
        }
        List<ResolvedField> path = new ArrayList<>();
        ResolvedBlock inside = block;
        for (String step : written.split("\\.", -1)) {
            Optional<ResolvedField> field = inside == null ? Optional.empty() : inside.field(step);
            if (field.isEmpty()) {
                unknown(inside == null ? block : inside, reader, inside == null ? written : step, span);
                return Optional.empty();
            }
            if (field.get().isRelation()) {
                relation(field.get(), reader, span);
                return Optional.empty();
            }
            path.add(field.get());
            inside = field.get().type() instanceof ResolvedType.OfComposite composite ? composite.block() : null;
        }
        return Optional.of(path);
    }

    private void unknown(ResolvedBlock block, AttributeReader reader, String name, Span span) {
        if (findings.isLost(name)) {
            return;
        }
        Diagnosis.suggest(
                findings.error(
                                DiagnosticCode.KEY_FIELD_UNKNOWN,
                                span,
                                "`" + reader.shownName() + "` names the field `" + name + "`, which `" + block.name()
                                        + "` does not have")
                        .label("no field of `" + block.name() + "`"),
                span,
                name,
                block.fieldNames(),
                findings);
    }

    private void relation(ResolvedField field, AttributeReader reader, Span span) {
        List<ResolvedField> columns = field.syntax()
                .attribute("relation")
                .map(relation -> KeyReader.fieldsNamed(field.block(), relation))
                .orElse(List.of());
        var builder = findings.error(
                        DiagnosticCode.KEY_FIELD_RELATION,
                        span,
                        "`" + reader.shownName() + "` is made of columns, but `" + field.name() + "` is a relation")
                .label("a relation")
                .because(
                        field.typeSpan(),
                        "`" + field.typeName() + "` is "
                                + Diagnosis.withArticle(field.target().keyword()));
        if (!columns.isEmpty()) {
            String names =
                    String.join(", ", columns.stream().map(ResolvedField::name).toList());
            builder.help("its columns are meant: `" + names + "`", new TextEdit(span, names));
        }
    }
}
