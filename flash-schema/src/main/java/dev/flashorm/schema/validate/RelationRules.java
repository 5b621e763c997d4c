package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;

/** One-to-one and one-to-many relations: which end holds the key, and whether the key fits. */
final class RelationRules {
    private final Scope scope;
    private final Findings findings;
    private final RelationKeyRules keys;
    private final RelationCompletion completion = new RelationCompletion();

    RelationRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
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
        completion.suggestOpposite(builder, field, near.isEmpty());
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
        completion.suggestKey(builder, forward, fieldsMissing && referencesMissing);
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
        completion.suggestKey(builder, field, false);
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
}
