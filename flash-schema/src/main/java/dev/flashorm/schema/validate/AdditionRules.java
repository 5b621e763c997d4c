package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.Identifier;
import java.util.Optional;
import java.util.function.Function;

/** What Flash adds to the language: `@renamedFrom`, `@@check`, `@generated`, `@version`. */
final class AdditionRules {
    private final Scope scope;
    private final Findings findings;
    private final Values values;

    AdditionRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /**
     * @param name of what it stands on
     * @param sameKind finds the name of another of its kind and place
     */
    void readRenamedFrom(AttributeReader reader, Identifier name, Function<String, Optional<Identifier>> sameKind) {
        Optional<Expression.StringLiteral> written = reader.mainName("name");
        if (written.isEmpty()) {
            return;
        }
        String old = written.get().value();
        Span span = written.get().span();
        if (old.equals(name.text())) {
            findings.error(DiagnosticCode.RENAMED_FROM_EXISTING, span, "`" + old + "` is the name that it has now")
                    .label("the name of today")
                    .help("give the old name, or remove the attribute once the migration is written");
            return;
        }
        sameKind.apply(old)
                .ifPresent(still -> findings.error(
                                DiagnosticCode.RENAMED_FROM_EXISTING,
                                span,
                                "`" + name + "` was renamed from `" + old + "`, but `" + old + "` is still there")
                        .label("the old name")
                        .because(still.span(), "still there"));
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

    void readVersion(ResolvedField field, AttributeReader reader) {
        if (!(field.is(Scalar.INT) || field.is(Scalar.BIG_INT)) || !field.isRequired()) {
            findings.error(
                            DiagnosticCode.VERSION_TYPE,
                            reader.nameSpan(),
                            "`@version` needs a required `Int` or `BigInt`, but `" + field.name() + "` is "
                                    + (field.isList()
                                            ? "a list"
                                            : field.isOptional() ? "optional" : "of type `" + field.typeName() + "`"))
                    .label("counts the changes of a row")
                    .because(field.typeSpan(), "the type");
        }
        for (ResolvedField other : field.block().fields()) {
            if (other == field) {
                return;
            }
            Optional<Attribute> first = other.syntax().attribute("version");
            if (first.isPresent()) {
                findings.error(
                                DiagnosticCode.VERSION_TWICE,
                                reader.nameSpan(),
                                "`" + field.block().name() + "` has two versions: `" + other.name() + "` and `"
                                        + field.name() + "`")
                        .label("a second one")
                        .because(first.get().span(), "the first")
                        .help("remove one of the two");
                return;
            }
        }
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
