package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The key of a relation: `fields: […], references: […]`. */
final class RelationKeyRules {
    private final Scope scope;
    private final Findings findings;

    RelationKeyRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check(ResolvedField forward) {
        List<ResolvedField> fields = forward.relation().fields().orElse(List.of());
        List<ResolvedField> references = forward.relation().references().orElse(List.of());
        checkReferencesUnique(forward, references);
        checkSizes(forward, fields, references);
        checkArity(forward, fields);
        checkTypes(forward, fields, references);
        checkSetNull(fields, "onDelete", forward.relation().onDelete());
        checkSetNull(fields, "onUpdate", forward.relation().onUpdate());
    }

    private void checkReferencesUnique(ResolvedField forward, List<ResolvedField> references) {
        ResolvedBlock target = forward.target();
        if (references.isEmpty() || findings.isBroken(target)) {
            return;
        }
        for (ResolvedKey key : target.uniqueKeys()) {
            if (key.covers(references)) {
                return;
            }
        }
        Span span = forward.relation().argument("references").orElse(forward.nameSpan());
        boolean one = references.size() == 1;
        List<Span> elements = elements(forward, "references");
        var builder = findings.error(
                        DiagnosticCode.REFERENCES_NOT_UNIQUE,
                        one && elements.size() == 1 ? elements.get(0) : span,
                        "`references: " + Diagnosis.list(references) + "` does not point to "
                                + (one ? "a unique field" : "unique fields"))
                .label("can match several rows of `" + target.name() + "`");
        if (one) {
            ResolvedField field = references.get(0);
            Span end = field.syntax()
                    .span()
                    .file()
                    .span(field.syntax().span().end(), field.syntax().span().end());
            builder.because(field.syntax().span(), "neither `@unique` nor `@id`")
                    .help("add `@unique` to `" + field.qualifiedName() + "`", new TextEdit(end, " @unique"));
        } else {
            builder.because(target.nameSpan(), "no `@@unique` and no `@@id` of these fields")
                    .help("add a line `@@unique(" + Diagnosis.list(references) + ")` to `" + target.name() + "`");
        }
    }

    private static List<Span> elements(ResolvedField field, String argument) {
        List<Span> spans = new ArrayList<>();
        field.relation()
                .attribute()
                .flatMap(attribute -> attribute.arguments().value(argument))
                .ifPresent(value -> {
                    for (Expression element : Values.elements(value)) {
                        spans.add(element.span());
                    }
                });
        return spans;
    }

    private void checkSizes(ResolvedField forward, List<ResolvedField> fields, List<ResolvedField> references) {
        boolean both = forward.relation().fields().isPresent()
                && forward.relation().references().isPresent();
        if (both && fields.size() != references.size()) {
            findings.error(
                            DiagnosticCode.KEY_SIZES,
                            forward.relation().argument("fields").orElse(forward.nameSpan()),
                            "`fields` and `references` of `" + forward.qualifiedName()
                                    + "` must name the same number of fields")
                    .label(fields.size() + (fields.size() == 1 ? " field" : " fields"))
                    .because(
                            forward.relation().argument("references").orElse(forward.nameSpan()),
                            references.size() + (references.size() == 1 ? " field" : " fields"))
                    .note("each field of one list points to the field at the same place in the other");
        }
    }

    private void checkArity(ResolvedField forward, List<ResolvedField> fields) {
        List<ResolvedField> optional =
                fields.stream().filter(ResolvedField::isOptional).toList();
        if (forward.isRequired() && !optional.isEmpty()) {
            var builder = findings.error(
                            DiagnosticCode.RELATION_MUST_BE_OPTIONAL,
                            forward.typeSpan(),
                            "`" + forward.qualifiedName() + "` is required, but its column " + Diagnosis.names(optional)
                                    + " may be empty")
                    .label("required");
            optional.forEach(field -> builder.because(field.typeSpan(), "optional"));
            builder.help(
                    "write `" + forward.typeName() + "?`", new TextEdit(forward.typeSpan(), forward.typeName() + "?"));
        }
    }

    private void checkTypes(ResolvedField forward, List<ResolvedField> fields, List<ResolvedField> references) {
        for (int i = 0; i < Math.min(fields.size(), references.size()); i++) {
            ResolvedField field = fields.get(i);
            ResolvedField reference = references.get(i);
            if (field.isList()) {
                List<Span> elements = elements(forward, "fields");
                findings.error(
                                DiagnosticCode.KEY_TYPES,
                                i < elements.size() ? elements.get(i) : forward.nameSpan(),
                                "`" + field.qualifiedName() + "` is a list, but `" + forward.qualifiedName()
                                        + "` points to one row")
                        .label("names a list")
                        .because(field.typeSpan(), "`" + field.name() + "` is declared here");
                continue;
            }
            boolean unknown =
                    field.type() instanceof ResolvedType.Unknown || reference.type() instanceof ResolvedType.Unknown;
            if (!unknown && !field.type().equals(reference.type())) {
                List<Span> elements = elements(forward, "fields");
                Span typeName = field.syntax().type().orElseThrow().name().span();
                findings.error(
                                DiagnosticCode.KEY_TYPES,
                                i < elements.size() ? elements.get(i) : forward.nameSpan(),
                                "`" + field.qualifiedName() + "` is of type `" + field.typeName() + "`, but points to `"
                                        + reference.qualifiedName() + "` of type `" + reference.typeName() + "`")
                        .label(Diagnosis.withArticleQuoted(field.typeName()))
                        .because(field.typeSpan(), "`" + field.name() + "` is declared here")
                        .because(reference.typeSpan(), "`" + reference.name() + "` is declared here")
                        .help(
                                "make `" + field.name() + "` " + Diagnosis.withArticleQuoted(reference.typeName()),
                                new TextEdit(typeName, reference.typeName()));
            }
        }
    }

    private void checkSetNull(List<ResolvedField> fields, String argument, Optional<RelationArguments.Action> action) {
        List<ResolvedField> required =
                fields.stream().filter(ResolvedField::isRequired).toList();
        boolean setsNull = action.filter(written -> written.action() == ReferentialAction.SET_NULL)
                .isPresent();
        if (!setsNull || required.isEmpty()) {
            return;
        }
        boolean tolerated = scope.has(Capability.SET_NULL_ON_REQUIRED_FIELDS)
                && scope.datasource().hasForeignKeys();
        String message = "`" + argument + ": SetNull` empties " + Diagnosis.names(required) + ", which "
                + (required.size() == 1 ? "is" : "are") + " required";
        Span span = action.orElseThrow().span();
        var builder = tolerated
                ? findings.warning(DiagnosticCode.SET_NULL_REQUIRED, span, message)
                : findings.error(DiagnosticCode.SET_NULL_REQUIRED, span, message);
        builder.label(tolerated ? "fails whenever it acts" : "cannot work");
        required.forEach(field -> builder.because(field.typeSpan(), "required"));
        builder.help("make the " + (required.size() == 1 ? "column" : "columns")
                + " and the relation optional, or use `Cascade` or `Restrict`");
    }

    /** One row at this end for each of the other. */
    void checkUnique(ResolvedField forward) {
        Optional<List<ResolvedField>> fields = forward.relation().fields();
        if (fields.isEmpty() || findings.isBroken(forward.block())) {
            return;
        }
        for (ResolvedKey key : forward.block().uniqueKeys()) {
            if (key.covers(fields.get())) {
                return;
            }
        }
        if (fields.get().isEmpty()) {
            return;
        }
        boolean one = fields.get().size() == 1;
        var builder = findings.error(
                        DiagnosticCode.ONE_TO_ONE_NOT_UNIQUE,
                        forward.relation().argument("fields").orElse(forward.nameSpan()),
                        "`" + forward.qualifiedName() + "` is one-to-one, but several rows of `"
                                + forward.block().name() + "` can have the same " + Diagnosis.names(fields.get()))
                .label("not unique");
        if (one) {
            ResolvedField field = fields.get().get(0);
            Span end = field.syntax()
                    .span()
                    .file()
                    .span(field.syntax().span().end(), field.syntax().span().end());
            builder.because(field.nameSpan(), "neither `@unique` nor `@id`")
                    .help("add `@unique` to `" + field.qualifiedName() + "`", new TextEdit(end, " @unique"));
        } else {
            builder.help("add a line `@@unique(" + Diagnosis.list(fields.get()) + ")` to `"
                    + forward.block().name() + "`");
        }
        builder.help("or make the other end a list, for one-to-many");
    }
}
