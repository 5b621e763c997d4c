package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One-to-one and one-to-many relations: which end holds the key, and whether the key fits. */
final class RelationRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;
    private final RelationKeyRules keys;

    RelationRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
        this.keys = new RelationKeyRules(scope, findings);
    }

    void check(ResolvedRelation.Inline relation) {
        ResolvedField forward = relation.forward();
        ResolvedField back = relation.back();
        if ((forward != null && findings.isBroken(forward)) || (back != null && findings.isBroken(back))) {
            return;
        }
        if (forward != null) {
            keys.check(forward);
        }
        if (forward == null || back == null) {
            ResolvedField only = forward != null ? forward : back;
            if (only != null) {
                reportMissingOpposite(only);
            }
            return;
        }
        int before = findings.errorCount();
        if (relation.oneToOne()) {
            checkOneToOne(forward, back);
            keys.checkUnique(forward);
            if (findings.errorCount() == before) {
                checkSides(forward, back);
            }
        } else {
            checkOneToMany(forward, back);
        }
    }

    private void reportMissingOpposite(ResolvedField field) {
        ResolvedBlock target = field.target();
        if (scope.isDamaged(target.syntax()) || findings.isBroken(target.syntax())) {
            return;
        }
        String suggested = opposite(field);
        Span end = target.syntax().span();
        Span insertion = end.file().span(Math.max(end.start(), end.end() - 1), Math.max(end.start(), end.end() - 1));
        var builder = findings.error(
                        DiagnosticCode.OPPOSITE_MISSING,
                        field.nameSpan(),
                        "`" + field.qualifiedName() + "` is one end of a relation, and `" + target.name()
                                + "` has no field for the other end")
                .label("one end")
                .because(target.nameSpan(), "no field for the other end");
        List<String> near = nearMisses(field);
        if (!near.isEmpty()) {
            builder.note(Suggestions.allOf(near) + " of `" + target.name() + "` "
                    + (near.size() == 1 ? "points" : "point") + " back, but under another relation name");
        }
        if (end.text().endsWith("}") && !field.isList()) {
            builder.help(
                    "add a line like `" + suggested + "` to `" + target.name() + "`",
                    new TextEdit(insertion, "  " + suggested + "\n"));
        } else {
            builder.help("add a line like `" + suggested + "` to `" + target.name() + "`");
        }
    }

    private static List<String> nearMisses(ResolvedField field) {
        List<String> found = new ArrayList<>();
        for (ResolvedField other : field.target().fields()) {
            if (other != field && other.isRelation() && other.target() == field.block()) {
                found.add(other.name());
            }
        }
        return found;
    }

    /** A line for the other end that the target has room for. */
    private static String opposite(ResolvedField field) {
        ResolvedBlock model = field.block();
        String name =
                Character.toLowerCase(model.name().charAt(0)) + model.name().substring(1);
        String free = name;
        for (int i = 2; field.target().field(free).isPresent(); i++) {
            free = name + i;
        }
        String relation = field.relation()
                .name()
                .map(text -> " @relation(\"" + text + "\"")
                .orElse("");
        if (field.isList()) {
            Optional<ResolvedKey> id =
                    model.primaryKey().filter(key -> key.fields().size() == 1);
            String key = id.map(found -> found.fields().get(0).name()).orElse("id");
            String column = name + Character.toUpperCase(key.charAt(0)) + key.substring(1);
            return free + " " + model.name() + (relation.isEmpty() ? " @relation(" : relation + ", ") + "fields: ["
                    + column + "], references: [" + key + "])";
        }
        boolean unique = field.relation()
                .fields()
                .filter(columns -> model.uniqueKeys().stream().anyMatch(key -> key.covers(columns)))
                .isPresent();
        return free + " " + model.name() + (unique ? "?" : "[]") + (relation.isEmpty() ? "" : relation + ")");
    }

    private void checkOneToMany(ResolvedField forward, ResolvedField back) {
        boolean fieldsMissing = !forward.relation().hasFields();
        boolean referencesMissing = !forward.relation().hasReferences();
        boolean backHasKey = back.relation().hasFields() || back.relation().hasReferences();
        if (fieldsMissing || referencesMissing) {
            missingKey(forward, fieldsMissing, referencesMissing);
        }
        if (backHasKey) {
            findings.error(
                            DiagnosticCode.KEY_ON_WRONG_SIDE,
                            firstArgument(back, "fields", "references"),
                            "the key of a one-to-many relation is on the side of the one, but `" + back.qualifiedName()
                                    + "` is the list")
                    .label("not on the list")
                    .because(forward.nameSpan(), "belongs here")
                    .help("move `fields` and `references` to `" + forward.qualifiedName() + "`");
        }
        if (back.relation().hasActions()) {
            actionsOnWrongSide(back, forward);
        }
    }

    private void missingKey(ResolvedField forward, boolean fieldsMissing, boolean referencesMissing) {
        String missing = fieldsMissing && referencesMissing
                ? "`fields` and `references`"
                : fieldsMissing ? "`fields`" : "`references`";
        var builder = findings.error(
                        fieldsMissing ? DiagnosticCode.FIELDS_MISSING : DiagnosticCode.REFERENCES_MISSING,
                        forward.nameSpan(),
                        "`" + forward.qualifiedName() + "` must say by " + missing + " which columns point to `"
                                + forward.target().name() + "`")
                .label(missing + (fieldsMissing && referencesMissing ? " are missing" : " is missing"));
        suggestKey(builder, forward);
    }

    /** The columns that a reader would expect, if they are there. */
    private static void suggestKey(Diagnostic.Builder builder, ResolvedField forward) {
        Optional<ResolvedKey> id =
                forward.target().primaryKey().filter(key -> key.fields().size() == 1);
        if (id.isEmpty()) {
            return;
        }
        String key = id.get().fields().get(0).name();
        String column = forward.name() + Character.toUpperCase(key.charAt(0)) + key.substring(1);
        String arguments = "fields: [" + column + "], references: [" + key + "]";
        boolean there = forward.block().field(column).isPresent();
        if (there && forward.relation().attribute().isEmpty()) {
            Span end = forward.typeSpan()
                    .file()
                    .span(forward.typeSpan().end(), forward.typeSpan().end());
            builder.help("add `@relation(" + arguments + ")`", new TextEdit(end, " @relation(" + arguments + ")"));
        } else if (there) {
            builder.help("write `@relation(" + arguments + ")`");
        } else {
            String type = id.get().fields().get(0).typeName() + (forward.isOptional() ? "?" : "");
            builder.help("add a column like `" + column + " " + type + "` and write `@relation(" + arguments + ")`");
        }
    }

    private void actionsOnWrongSide(ResolvedField back, ResolvedField forward) {
        findings.error(
                        DiagnosticCode.ACTIONS_ON_WRONG_SIDE,
                        firstArgument(back, "onDelete", "onUpdate"),
                        "`onDelete` and `onUpdate` belong to the side that holds the key, which `"
                                + back.qualifiedName() + "` is not")
                .label("not on this side")
                .because(forward.nameSpan(), "holds the key")
                .help("move them to `" + forward.qualifiedName() + "`");
    }

    private static Span firstArgument(ResolvedField field, String one, String other) {
        return field.relation()
                .argument(one)
                .or(() -> field.relation().argument(other))
                .orElse(field.nameSpan());
    }

    private void checkOneToOne(ResolvedField forward, ResolvedField back) {
        boolean noFields = !forward.relation().hasFields() && !back.relation().hasFields();
        boolean noReferences =
                !forward.relation().hasReferences() && !back.relation().hasReferences();
        if (noFields || noReferences) {
            String missing =
                    noFields && noReferences ? "`fields` and `references`" : noFields ? "`fields`" : "`references`";
            DiagnosticCode code = noFields ? DiagnosticCode.FIELDS_MISSING : DiagnosticCode.REFERENCES_MISSING;
            oneSideMustHave(code, forward, back, missing);
            oneSideMustHave(code, back, forward, missing);
        }
        boolean twoFields = forward.relation().hasFields() && back.relation().hasFields();
        boolean twoReferences =
                forward.relation().hasReferences() && back.relation().hasReferences();
        if (twoFields || twoReferences) {
            bothSides(forward, back, twoFields ? "fields" : "references");
        }
        if (back.relation().hasActions()) {
            actionsOnWrongSide(back, forward);
            if (forward.relation().hasActions()) {
                findings.error(
                                DiagnosticCode.ACTIONS_ON_WRONG_SIDE,
                                firstArgument(forward, "onDelete", "onUpdate"),
                                "both ends of the relation have `onDelete` or `onUpdate`")
                        .label("one of the two")
                        .because(firstArgument(back, "onDelete", "onUpdate"), "the other one");
            }
        }
    }

    private void oneSideMustHave(DiagnosticCode code, ResolvedField field, ResolvedField other, String missing) {
        var builder = findings.error(
                        code,
                        field.nameSpan(),
                        "one end of a one-to-one relation must say " + missing + ", and neither `"
                                + field.qualifiedName() + "` nor `" + other.qualifiedName() + "` does")
                .label("this end")
                .because(other.nameSpan(), "or this end");
        suggestKey(builder, field);
    }

    private void bothSides(ResolvedField forward, ResolvedField back, String argument) {
        for (ResolvedField field : List.of(forward, back)) {
            ResolvedField other = field == forward ? back : forward;
            findings.error(
                            DiagnosticCode.KEY_ON_BOTH_SIDES,
                            field.relation().argument(argument).orElse(field.nameSpan()),
                            "one end of a one-to-one relation holds the key, but both `" + field.qualifiedName()
                                    + "` and `" + other.qualifiedName() + "` have `" + argument + "`")
                    .label("one of the two")
                    .because(other.relation().argument(argument).orElse(other.nameSpan()), "the other one")
                    .help("keep it on the end whose rows depend on the other's");
        }
    }

    private void checkSides(ResolvedField forward, ResolvedField back) {
        RelationArguments ours = forward.relation();
        RelationArguments theirs = back.relation();
        if (ours.hasFields() && theirs.hasReferences()) {
            torn(forward, back, "fields", "references");
            torn(back, forward, "references", "fields");
        } else if (ours.hasReferences() && theirs.hasFields()) {
            torn(forward, back, "references", "fields");
        } else if (back.isRequired()) {
            findings.error(
                            DiagnosticCode.BACK_REQUIRED,
                            back.typeSpan(),
                            "`" + back.qualifiedName() + "` cannot be required: no database can promise that a `"
                                    + forward.block().name() + "` points to every `"
                                    + back.block().name() + "`")
                    .label("must be optional")
                    .because(forward.nameSpan(), "holds the key")
                    .help("write `" + back.typeName() + "?`", new TextEdit(back.typeSpan(), back.typeName() + "?"));
        } else if (forward.isRequired()
                && (theirs.fields().isPresent() || theirs.references().isPresent())) {
            findings.error(
                            DiagnosticCode.KEY_ON_WRONG_SIDE,
                            firstArgument(back, "fields", "references"),
                            "the required end of a one-to-one relation holds the key, and that is `"
                                    + forward.qualifiedName() + "`")
                    .label("on the optional end")
                    .because(forward.typeSpan(), "required, so the key belongs here")
                    .help("move `fields` and `references` to `" + forward.qualifiedName() + "`, or make it optional");
        }
    }

    private void torn(ResolvedField field, ResolvedField other, String here, String there) {
        findings.error(
                        DiagnosticCode.KEY_TORN,
                        field.relation().argument(here).orElse(field.nameSpan()),
                        "`fields` and `references` belong to the same end of the relation")
                .label("`" + here + "` is here")
                .because(other.relation().argument(there).orElse(other.nameSpan()), "`" + there + "` is there")
                .help("put both on one end");
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
