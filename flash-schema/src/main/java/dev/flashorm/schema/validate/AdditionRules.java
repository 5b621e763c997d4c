package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.syntax.Expression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Flash adds to the language: `@renamedFrom`, `@@check`, `@generated`. */
final class AdditionRules {
    private final Scope scope;
    private final Findings findings;
    private final Values values;

    AdditionRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** @param field the field that it stands on, if it stands on one */
    void readRenamedFrom(AttributeReader reader, @Nullable ResolvedField field) {
        Optional<Expression.StringLiteral> old = reader.mainName("name");
        if (old.isEmpty() || field == null) {
            return;
        }
        String name = old.get().value();
        Optional<ResolvedField> still = field.block().field(name);
        if (still.isPresent()) {
            boolean itself = still.get() == field;
            var builder = findings.error(
                            DiagnosticCode.RENAMED_FROM_EXISTING,
                            old.get().span(),
                            itself
                                    ? "`" + name + "` is the name that the field has now"
                                    : "`" + field.name() + "` was renamed from `" + name + "`, but `"
                                            + field.block().name() + "` still has a field of this name")
                    .label("the old name");
            if (itself) {
                builder.help("give the old name, or remove `@renamedFrom` once the migration is written");
            } else {
                builder.because(still.get().nameSpan(), "still there");
            }
        }
    }

    void readGenerated(ResolvedField field, AttributeReader reader) {
        Optional<Expression.StringLiteral> sql = reader.mainName("expression");
        boolean stored = reader.optional("stored").flatMap(values::bool).orElse(true);
        if (sql.isEmpty()) {
            return;
        }
        Capability needed = stored ? Capability.STORED_GENERATED_COLUMNS : Capability.VIRTUAL_GENERATED_COLUMNS;
        if (!scope.has(needed)) {
            findings.error(
                            DiagnosticCode.GENERATED_UNSUPPORTED,
                            reader.nameSpan(),
                            scope.provider().displayName() + " has no generated columns that are "
                                    + (stored ? "stored" : "computed when read"))
                    .label("not with " + scope.provider().displayName());
        }
        field.syntax()
                .attribute("default")
                .ifPresent(other -> findings.error(
                                DiagnosticCode.GENERATED_WITH_DEFAULT,
                                reader.nameSpan(),
                                "`" + field.name() + "` is computed, so it cannot have a default")
                        .label("computes every value")
                        .because(other.span(), "would never be used")
                        .help("remove one of the two"));
    }

    void readCheck(ResolvedBlock model, AttributeReader reader) {
        Optional<Expression.StringLiteral> sql = reader.mainName("expression");
        reader.name("name");
        if (sql.isPresent() && !scope.has(Capability.CHECK_CONSTRAINTS)) {
            findings.error(
                            DiagnosticCode.CHECK_UNSUPPORTED,
                            reader.nameSpan(),
                            scope.provider().displayName() + " has no check constraints, so `" + model.name()
                                    + "` cannot have one")
                    .label("not with " + scope.provider().displayName());
        }
    }
}
