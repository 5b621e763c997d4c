package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one end of a relation may say, whatever the other end is. */
final class RelationFieldRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;
    private final RelationGraph graph;

    RelationFieldRules(Scope scope, RelationGraph graph, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
        this.graph = graph;
    }

    void check() {
        graph.ambiguous().forEach(this::reportAmbiguous);
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : model.fields()) {
                if (field.isRelation() && !findings.isBroken(field)) {
                    check(field);
                }
            }
        }
    }

    private void reportAmbiguous(List<ResolvedField> fields) {
        ResolvedField first = fields.get(0);
        boolean self = first.target() == first.block();
        Optional<String> name = fields.stream()
                .flatMap(field -> field.relation().name().stream())
                .findFirst();
        String message;
        if (name.isPresent()
                && fields.stream().anyMatch(field -> field.relation().name().isEmpty())) {
            message = "the fields " + Diagnosis.names(fields) + " of `"
                    + first.block().name() + "` are called the same: `" + name.get()
                    + "` is the name that an unnamed relation gets";
        } else if (name.isPresent()) {
            message = "at most two fields can be one relation, but " + fields.size() + " fields of `"
                    + first.block().name() + "` are called `" + name.get() + "`";
            if (!self) {
                message = "the fields " + Diagnosis.names(fields) + " of `"
                        + first.block().name() + "` are different relations, but both are called `" + name.get() + "`";
            }
        } else if (self && fields.size() == 2) {
            message = Diagnosis.names(fields) + " of `" + first.block().name()
                    + "` both point to the model itself, and nothing says whether they are two ends of one relation";
        } else {
            message = "the fields " + Diagnosis.names(fields) + " of `"
                    + first.block().name() + "` all point to `" + first.target().name()
                    + "`, and nothing says which field there belongs to which";
        }
        var builder = findings.error(DiagnosticCode.RELATION_AMBIGUOUS, first.nameSpan(), message)
                .label("points to `" + first.target().name() + "`");
        for (ResolvedField other : fields.subList(1, Math.min(fields.size(), 4))) {
            builder.because(other.nameSpan(), "so does this");
        }
        builder.help("give each relation a name, the same at both ends: `@relation(\"" + suggestedName(first) + "\")`");
        fields.forEach(findings::markBroken);
    }

    private static String suggestedName(ResolvedField field) {
        String name = field.name();
        return field.block().name() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void check(ResolvedField field) {
        checkIgnored(field);
        field.relation().onDelete().ifPresent(action -> checkAction("onDelete", action));
        field.relation().onUpdate().ifPresent(action -> checkAction("onUpdate", action));
        checkName(field);
        if (provider.has(Capability.DOCUMENT_ID)) {
            new DocumentRules(scope, findings).checkRelation(field);
        } else if (!scope.datasource().hasForeignKeys()) {
            checkIndexed(field);
        }
    }

    private void checkIgnored(ResolvedField field) {
        ResolvedBlock target = field.target();
        if (target.isIgnored() && !field.isIgnored() && !field.block().isIgnored()) {
            Span end = field.syntax()
                    .span()
                    .file()
                    .span(field.syntax().span().end(), field.syntax().span().end());
            findings.error(
                            DiagnosticCode.RELATION_TO_IGNORED,
                            field.nameSpan(),
                            "`" + target.name() + "` is ignored, so `" + field.qualifiedName()
                                    + "` must be ignored as well")
                    .label("points to an ignored " + target.keyword())
                    .because(target.syntax().attribute("ignore").orElseThrow().span(), "ignored here")
                    .help("add `@ignore`", new TextEdit(end, " @ignore"));
        }
    }

    private void checkAction(String argument, RelationArguments.Action action) {
        Set<ReferentialAction> allowed = provider.referentialActions(scope.relationMode());
        ReferentialAction given = action.action();
        if (!allowed.contains(given)) {
            List<String> names = new ArrayList<>();
            for (ReferentialAction possible : ReferentialAction.values()) {
                if (allowed.contains(possible)) {
                    names.add(possible.schemaName());
                }
            }
            boolean client = !scope.datasource().hasForeignKeys();
            var builder = findings.error(
                            DiagnosticCode.ACTION_UNSUPPORTED,
                            action.span(),
                            client
                                    ? "the client cannot do `" + given.schemaName() + "` in place of foreign keys"
                                    : provider.displayName() + " has no `" + argument + ": " + given.schemaName() + "`")
                    .label("not possible here");
            if (given == ReferentialAction.NO_ACTION && allowed.contains(ReferentialAction.RESTRICT)) {
                builder.help(
                        "use `Restrict`, which refuses the change at once", new TextEdit(action.span(), "Restrict"));
            }
            builder.note("there is " + Suggestions.allOf(names));
        } else if (given == ReferentialAction.SET_DEFAULT
                && provider.has(Capability.SET_DEFAULT_IGNORED)
                && scope.datasource().hasForeignKeys()) {
            findings.warning(
                            DiagnosticCode.SET_DEFAULT_IGNORED,
                            action.span(),
                            provider.displayName() + " accepts `SetDefault` and does not act on it")
                    .label("does nothing, or fails")
                    .note("InnoDB rejects tables with `ON DELETE SET DEFAULT` (MySQL manual, 15.1.20.5)");
        }
    }

    private void checkName(ResolvedField field) {
        if (field.relation().map().isEmpty()) {
            return;
        }
        Span span = field.relation().argument("map").orElse(field.nameSpan());
        if (!provider.has(Capability.NAMED_FOREIGN_KEYS)) {
            findings.error(
                            DiagnosticCode.FOREIGN_KEY_NAME_UNSUPPORTED,
                            span,
                            "foreign keys have no names in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove `map`");
        } else {
            ConstraintNames.checkLength(provider, field.relation().map().get(), span, findings);
        }
    }

    /** Without a foreign key nobody makes the index that every lookup over the relation needs. */
    private void checkIndexed(ResolvedField field) {
        Optional<List<ResolvedField>> columns = field.relation().fields();
        if (columns.isEmpty() || field.block().allKeys().stream().anyMatch(key -> key.startsWith(columns.get()))) {
            return;
        }
        String list = Diagnosis.list(columns.get());
        findings.warning(
                        DiagnosticCode.RELATION_NOT_INDEXED,
                        field.relation().argument("fields").orElse(field.nameSpan()),
                        "no index begins with `"
                                + String.join(
                                        ", ",
                                        columns.get().stream()
                                                .map(ResolvedField::name)
                                                .toList())
                                + "`, so every lookup over `" + field.name() + "` reads the whole table")
                .label("not indexed")
                .note("with `relationMode = \"prisma\"` there are no foreign keys, and no indexes that come with them")
                .help("add a line like `@@index(" + list + ")` to `"
                        + field.block().name() + "`");
    }
}
