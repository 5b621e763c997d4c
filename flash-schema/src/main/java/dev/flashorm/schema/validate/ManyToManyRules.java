package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/** Relations with a list on both ends: whether the database can hold them, and by what. */
final class ManyToManyRules {
    private final Findings findings;
    private final Provider provider;

    ManyToManyRules(Scope scope, Findings findings) {
        this.findings = findings;
        this.provider = scope.provider();
    }

    /** Lists on both ends, joined by a table of their own. */
    void check(ResolvedRelation.Implicit relation) {
        if (findings.isBroken(relation.a()) || findings.isBroken(relation.b())) {
            return;
        }
        List<ResolvedField> ends = List.of(relation.a(), relation.b());
        if (!provider.has(Capability.IMPLICIT_MANY_TO_MANY)) {
            for (ResolvedField field : ends) {
                findings.error(
                                DiagnosticCode.IMPLICIT_UNSUPPORTED,
                                field.nameSpan(),
                                "there are no join tables in " + provider.displayName() + ", so `"
                                        + field.qualifiedName() + "` needs a list of ids")
                        .label("a list without a column")
                        .help("add a column like `" + idsOf(field) + " String[]` and write `@relation(fields: ["
                                + idsOf(field) + "], references: [id])`");
            }
            return;
        }
        if (relation.a().block().isView() || relation.b().block().isView()) {
            for (ResolvedField field : ends) {
                findings.error(
                                DiagnosticCode.MANY_TO_MANY_VIEW,
                                field.nameSpan(),
                                "a view cannot be joined by a table of ids, so `" + field.qualifiedName()
                                        + "` cannot be many-to-many")
                        .label("to or from a view")
                        .help("write a model for the join table");
            }
            return;
        }
        for (ResolvedField field : ends) {
            checkJoinKey(field);
            Optional<Span> references = field.relation().argument("references");
            if (field.relation().references().isPresent() && references.isPresent()) {
                findings.error(
                                DiagnosticCode.MANY_TO_MANY_REFERENCES,
                                references.get(),
                                "a many-to-many relation is joined by the ids of both models, so it has no `references`")
                        .label("not needed")
                        .help("remove it; for one-to-many make the other end a single field");
            }
            actionsOnManyToMany(field);
        }
    }

    private static String idsOf(ResolvedField field) {
        String name = field.name();
        return (name.endsWith("s") ? name.substring(0, name.length() - 1) : name) + "Ids";
    }

    private void checkJoinKey(ResolvedField field) {
        ResolvedBlock target = field.target();
        boolean single = target.primaryKey()
                .filter(key -> key.parts().size() == 1 && !key.hasExpressions())
                .isPresent();
        if (!single && !findings.isBroken(target)) {
            findings.error(
                            DiagnosticCode.MANY_TO_MANY_ID,
                            field.nameSpan(),
                            "a many-to-many relation needs an `@id` of one field at both ends, and `" + target.name()
                                    + "` has none")
                    .label("to `" + target.name() + "`")
                    .because(target.nameSpan(), "no `@id` field")
                    .help("give `" + target.name() + "` an `@id` field, or write a model for the join table");
        }
    }

    private void actionsOnManyToMany(ResolvedField field) {
        for (String argument : List.of("onDelete", "onUpdate")) {
            field.relation()
                    .argument(argument)
                    .ifPresent(span -> findings.error(
                                    DiagnosticCode.MANY_TO_MANY_ACTIONS,
                                    span,
                                    "a many-to-many relation has no `" + argument + "`")
                            .label("not here")
                            .note("a row of the join table goes with either of its ends")
                            .help("remove it, or write a model for the join table"));
        }
    }

    /** Lists on both ends, each with the ids of the other end in a column. */
    void check(ResolvedRelation.Embedded relation) {
        if (findings.isBroken(relation.a()) || findings.isBroken(relation.b())) {
            return;
        }
        List<ResolvedField> ends = List.of(relation.a(), relation.b());
        for (ResolvedField field : ends) {
            if (!provider.has(Capability.EMBEDDED_MANY_TO_MANY)) {
                findings.error(
                                DiagnosticCode.EMBEDDED_UNSUPPORTED,
                                field.nameSpan(),
                                "lists of ids are no relation in " + provider.displayName()
                                        + ": it joins the two models by a table")
                        .label("one end of it")
                        .help("remove `fields` and `references`, and the columns that hold the ids");
            } else {
                checkEmbedded(field);
            }
        }
    }

    private void checkEmbedded(ResolvedField field) {
        RelationArguments arguments = field.relation();
        boolean oneField = arguments.fields().filter(list -> list.size() == 1).isPresent();
        boolean oneReference =
                arguments.references().filter(list -> list.size() == 1).isPresent();
        for (String argument : List.of("fields", "references")) {
            if (argument.equals("fields") ? !oneField : !oneReference) {
                findings.error(
                                DiagnosticCode.EMBEDDED_KEY,
                                arguments.argument(argument).orElse(field.nameSpan()),
                                "`" + argument + "` of `" + field.qualifiedName() + "` must name one field")
                        .label(
                                arguments.argument(argument).isPresent()
                                        ? "not one field"
                                        : "`" + argument + "` is missing")
                        .note("both ends of a many-to-many relation have a list of the other end's ids");
            }
        }
        arguments.references().flatMap(list -> list.stream().findFirst()).ifPresent(reference -> {
            if (field.target()
                    .primaryKey()
                    .filter(key -> key.isFieldAlone(reference))
                    .isEmpty()) {
                findings.error(
                                DiagnosticCode.EMBEDDED_KEY,
                                arguments.argument("references").orElse(field.nameSpan()),
                                "`references` of `" + field.qualifiedName() + "` must name the id of `"
                                        + field.target().name() + "`")
                        .label("`" + reference.name() + "` is not the id");
            }
            arguments
                    .fields()
                    .flatMap(list -> list.stream().findFirst())
                    .ifPresent(column -> checkEmbeddedTypes(field, column, reference));
        });
        actionsOnManyToMany(field);
    }

    private void checkEmbeddedTypes(ResolvedField field, ResolvedField column, ResolvedField reference) {
        boolean sameType = column.type().equals(reference.type());
        boolean sameNative = column.nativeType()
                .map(use -> use.type().name())
                .equals(reference.nativeType().map(use -> use.type().name()));
        if (!column.isList() || !sameType || !sameNative || reference.isList()) {
            findings.error(
                            DiagnosticCode.EMBEDDED_TYPES,
                            field.relation().argument("fields").orElse(field.nameSpan()),
                            "`" + column.qualifiedName() + "` must be a list of what `" + reference.qualifiedName()
                                    + "` is")
                    .label("names `" + column.name() + "`")
                    .because(column.typeSpan(), "this type")
                    .because(reference.typeSpan(), "this type, with its `@db` attribute");
        }
    }
}
