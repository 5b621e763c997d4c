package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Referential actions that go round in a circle. A database with foreign keys sees to it that they end; where the client
 * carries them out, or the database refuses them, they must not be written.
 */
final class CascadeRules {
    private static final int SHOWN_STEPS = 8;

    private final Scope scope;
    private final Findings findings;
    private final Provider provider;
    private final Map<ResolvedBlock, List<ResolvedField>> edges = new HashMap<>();

    CascadeRules(Scope scope, RelationGraph graph, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
        graph.byHolder().forEach((holder, relations) -> {
            List<ResolvedField> acting = new ArrayList<>();
            for (ResolvedRelation.Inline relation : relations) {
                if (relation.forward() != null && acts(relation.forward())) {
                    acting.add(relation.forward());
                }
            }
            edges.put(holder, acting);
        });
    }

    void check() {
        if (scope.datasource().hasForeignKeys() && !provider.has(Capability.NO_CASCADE_CYCLES)) {
            return;
        }
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : edges.getOrDefault(model, List.of())) {
                if (!findings.isBroken(field)) {
                    check(field);
                }
            }
        }
    }

    private void check(ResolvedField field) {
        if (field.target() == field.block()) {
            var builder = findings.error(
                            DiagnosticCode.CASCADE_SELF,
                            field.nameSpan(),
                            "`" + field.qualifiedName()
                                    + "` points to its own model, so its referential actions could go round in a circle")
                    .label("points to `" + field.block().name() + "`");
            explain(builder, field);
            return;
        }
        if (!findings.mayCompareWith(edges.size())) {
            return;
        }
        List<ResolvedField> path = path(field);
        if (path.isEmpty()) {
            return;
        }
        var builder = findings.error(
                        DiagnosticCode.CASCADE_CYCLE,
                        field.nameSpan(),
                        "the referential actions of `" + field.qualifiedName() + "` go round in a circle: "
                                + circle(path))
                .label("one step of it");
        path.stream().skip(1).limit(3).forEach(step -> builder.because(step.nameSpan(), "another step"));
        explain(builder, field);
    }

    private void explain(Diagnostic.Builder builder, ResolvedField field) {
        List<String> defaults = new ArrayList<>();
        if (field.relation().onDelete().isEmpty() && modifies(onDelete(field))) {
            defaults.add("onDelete: " + onDelete(field).schemaName());
        }
        if (field.relation().onUpdate().isEmpty()) {
            defaults.add("onUpdate: Cascade");
        }
        if (!defaults.isEmpty()) {
            builder.note("it acts by default: " + Suggestions.allOf(defaults));
        }
        String still = harmless().schemaName();
        builder.help("write `onDelete: " + still + ", onUpdate: " + still + "` on one relation of the circle");
    }

    /** An action that changes nothing, and that can be written here. */
    private ReferentialAction harmless() {
        return provider.referentialActions(scope.relationMode()).contains(ReferentialAction.NO_ACTION)
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.RESTRICT;
    }

    private static String circle(List<ResolvedField> path) {
        StringBuilder text = new StringBuilder();
        int shown = path.size() <= SHOWN_STEPS ? path.size() : SHOWN_STEPS - 1;
        for (ResolvedField step : path.subList(0, shown)) {
            text.append('`').append(step.qualifiedName()).append("` → ");
        }
        if (shown < path.size()) {
            text.append("… ").append(path.size() - shown).append(" more … → ");
        }
        return text.append('`').append(path.get(0).block().name()).append('`').toString();
    }

    /** The shortest way from a field's target back to its model, the field first; empty when there is none. */
    private List<ResolvedField> path(ResolvedField start) {
        Map<ResolvedBlock, ResolvedField> reachedBy = new HashMap<>();
        Set<ResolvedBlock> seen = new HashSet<>(Set.of(start.target()));
        Deque<ResolvedBlock> open = new ArrayDeque<>(List.of(start.target()));
        while (!open.isEmpty() && !reachedBy.containsKey(start.block())) {
            for (ResolvedField field : edges.getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(field.target())) {
                    reachedBy.put(field.target(), field);
                    open.addLast(field.target());
                }
            }
        }
        ResolvedField step = reachedBy.get(start.block());
        List<ResolvedField> path = new ArrayList<>();
        while (step != null) {
            path.add(0, step);
            step = step.block() == start.target() ? null : reachedBy.get(step.block());
        }
        if (!path.isEmpty()) {
            path.add(0, start);
        }
        return path;
    }

    private boolean acts(ResolvedField field) {
        ReferentialAction onUpdate = field.relation()
                .onUpdate()
                .map(RelationArguments.Action::action)
                .orElse(ReferentialAction.CASCADE);
        return modifies(onUpdate) || modifies(onDelete(field));
    }

    private ReferentialAction onDelete(ResolvedField field) {
        Optional<RelationArguments.Action> written = field.relation().onDelete();
        if (written.isPresent()) {
            return written.get().action();
        }
        boolean required = field.relation().fields().orElse(List.of()).stream().allMatch(ResolvedField::isRequired);
        ReferentialAction natural = required ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
        return provider.referentialActions(scope.relationMode()).contains(natural)
                ? natural
                : ReferentialAction.NO_ACTION;
    }

    private static boolean modifies(ReferentialAction action) {
        return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
    }
}
