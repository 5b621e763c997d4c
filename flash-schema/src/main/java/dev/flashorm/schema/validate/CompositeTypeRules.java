package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.provider.Capability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** `type` blocks: that the database has them, that they have fields, that they end somewhere. */
final class CompositeTypeRules {
    private static final int SHOWN_STEPS = 8;

    private final Scope scope;
    private final Soundness soundness;
    private final Findings findings;
    private final FieldRules fields;

    CompositeTypeRules(Scope scope, Soundness soundness, Findings findings) {
        this.scope = scope;
        this.soundness = soundness;
        this.findings = findings;
        this.fields = new FieldRules(scope, findings);
    }

    void check() {
        boolean supported = scope.has(Capability.COMPOSITE_TYPES);
        for (ResolvedBlock type : scope.compositeTypes()) {
            if (!soundness.isSound(type)) {
                continue;
            }
            if (!supported) {
                findings.error(
                                DiagnosticCode.COMPOSITE_UNSUPPORTED,
                                type.nameSpan(),
                                "there are no composite types in "
                                        + scope.provider().displayName())
                        .label("not with " + scope.provider().displayName())
                        .help("use `Json`, or a model with a relation");
            } else if (type.fields().isEmpty()) {
                if (!scope.isDamaged(type.syntax())) {
                    findings.error(
                                    DiagnosticCode.COMPOSITE_EMPTY,
                                    type.nameSpan(),
                                    "the type `" + type.name() + "` has no fields")
                            .label("no fields")
                            .help("give it a field, or remove it");
                }
            } else {
                type.fields().forEach(fields::checkMember);
            }
        }
        checkCycles();
    }

    /** A value of a type that must hold a value of itself would never end. */
    private void checkCycles() {
        for (ResolvedBlock type : scope.compositeTypes()) {
            for (ResolvedField field : type.fields()) {
                if (!field.isRequired() || !(field.type() instanceof ResolvedType.OfComposite member)) {
                    continue;
                }
                if (member.block() == type) {
                    findings.error(
                                    DiagnosticCode.COMPOSITE_ENDLESS,
                                    field.typeSpan(),
                                    "every `" + type.name() + "` would have to hold another `" + type.name()
                                            + "`, without end")
                            .label("must hold itself")
                            .help("write `" + type.name() + "?` or `" + type.name() + "[]`");
                } else if (findings.mayCompareWith(scope.compositeTypes().size())) {
                    List<ResolvedField> path = path(member.block(), type);
                    if (!path.isEmpty()) {
                        var builder = findings.error(
                                        DiagnosticCode.COMPOSITE_ENDLESS,
                                        field.typeSpan(),
                                        "every `" + type.name() + "` would have to hold another `" + type.name()
                                                + "`, without end")
                                .label("must hold `" + field.typeName() + "`");
                        path.stream()
                                .limit(SHOWN_STEPS)
                                .forEach(step ->
                                        builder.because(step.typeSpan(), "which must hold `" + step.typeName() + "`"));
                        if (path.size() > SHOWN_STEPS) {
                            builder.note("the circle goes through " + (path.size() + 1) + " types");
                        }
                        builder.help("make one of these fields optional or a list");
                    }
                }
            }
        }
    }

    /** Required fields that lead from one type to another; empty when none do. */
    private static List<ResolvedField> path(ResolvedBlock from, ResolvedBlock to) {
        Map<ResolvedBlock, ResolvedField> reachedBy = new HashMap<>();
        Set<ResolvedBlock> seen = new HashSet<>(Set.of(from));
        Deque<ResolvedBlock> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ResolvedBlock type = open.removeFirst();
            for (ResolvedField field : type.fields()) {
                if (field.isRequired()
                        && field.type() instanceof ResolvedType.OfComposite member
                        && seen.add(member.block())) {
                    reachedBy.put(member.block(), field);
                    open.addLast(member.block());
                }
            }
        }
        List<ResolvedField> path = new ArrayList<>();
        ResolvedField step = reachedBy.get(to);
        while (step != null) {
            path.add(0, step);
            step = step.block() == from ? null : reachedBy.get(step.block());
        }
        return path;
    }
}
