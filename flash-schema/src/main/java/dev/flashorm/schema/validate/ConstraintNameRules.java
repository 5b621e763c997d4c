package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.provider.ConstraintScope;
import dev.flashorm.schema.provider.ConstraintScope.Kind;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of keys, indexes and foreign keys, written and made, must differ where the database wants them to. */
final class ConstraintNameRules {
    private final Provider provider;
    private final Schema schema;
    private final Findings findings;
    private final Set<Span> reported = new HashSet<>();

    ConstraintNameRules(Provider provider, Schema schema, Findings findings) {
        this.provider = provider;
        this.schema = schema;
        this.findings = findings;
    }

    private record Named(Kind kind, String name, Model model, Span span) {}

    private record Space(Object where, String name) {}

    void check() {
        List<Named> all = collect();
        for (ConstraintScope scope : provider.constraintScopes()) {
            Map<Space, List<Named>> spaces = new HashMap<>();
            for (Named named : all) {
                if (scope.kinds().contains(named.kind)) {
                    Object where = scope.perTable() ? named.model : named.model.schemaName();
                    spaces.computeIfAbsent(new Space(where, named.name), key -> new ArrayList<>())
                            .add(named);
                }
            }
            spaces.values().forEach(same -> report(scope, same));
        }
    }

    private void report(ConstraintScope scope, List<Named> same) {
        if (same.size() < 2) {
            return;
        }
        for (Named named : same) {
            // Where foreign keys share the space of a table, it is they who must give way.
            boolean giveWay =
                    !scope.perTable() || !scope.kinds().contains(Kind.FOREIGN_KEY) || named.kind != Kind.INDEX;
            if (giveWay && reported.add(named.span)) {
                Named other = same.get(0).equals(named) ? same.get(1) : same.get(0);
                findings.error(
                                DiagnosticCode.CONSTRAINT_NAME_TAKEN,
                                named.span,
                                "the name `" + named.name + "` is given to "
                                        + (same.size() == 2 ? "two" : same.size()) + " constraints "
                                        + (scope.perTable() ? "of `" + named.model.name() + "`" : "of the database"))
                        .label("called `" + named.name + "` in the database")
                        .because(other.span, "called so, too")
                        .help("give one of them another name with `map`");
            }
        }
    }

    private List<Named> collect() {
        List<Named> all = new ArrayList<>();
        for (Model model : schema.models()) {
            for (Index index : model.indexes()) {
                Kind kind = index.kind() == Index.Kind.PRIMARY_KEY ? Kind.PRIMARY_KEY : Kind.INDEX;
                index.databaseName().ifPresent(name -> all.add(new Named(kind, name, model, index.span())));
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ForeignKey key) {
                key.constraintName()
                        .ifPresent(name -> all.add(new Named(
                                Kind.FOREIGN_KEY,
                                name,
                                key.from().model(),
                                key.from().span())));
            }
        }
        return all;
    }
}
