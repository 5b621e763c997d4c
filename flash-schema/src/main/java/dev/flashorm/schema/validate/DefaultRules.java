package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Expression;
import java.util.Optional;

/** What `@default` may say for a field of some type. */
final class DefaultRules {
    private final Scope scope;
    private final Findings findings;
    private final DefaultFunctions functions;
    private final DefaultLiterals literals;

    DefaultRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.functions = new DefaultFunctions(scope, findings);
        this.literals = new DefaultLiterals(findings);
    }

    /** A field of a model. */
    void read(ResolvedField field, AttributeReader reader) {
        Optional<Expression> value = reader.main("value");
        Optional<Expression.StringLiteral> map = reader.name("map");
        if (value.isEmpty()) {
            findings.markBroken(field);
            return;
        }
        int before = findings.errorCount();
        if (value.get() instanceof Expression.Call call && call.name().text().equals("dbgenerated")) {
            functions.checkDatabaseGenerated(field, call);
        } else if (field.type() instanceof ResolvedType.OfComposite) {
            onComposite(field, reader);
        } else if (field.type() instanceof ResolvedType.Unsupported) {
            findings.error(
                            DiagnosticCode.DEFAULT_OF_UNSUPPORTED,
                            value.get().span(),
                            "an `Unsupported` field can only take its default from the database")
                    .label("Flash does not know how to write such a value")
                    .help("write `@default(dbgenerated(\"…\"))` with the SQL expression");
        } else if (field.type() instanceof ResolvedType.OfEnum ofEnum) {
            enumDefault(field, ofEnum.declaration(), value.get());
        } else {
            checkBuiltIn(field, value.get(), map);
        }
        map.ifPresent(name -> checkName(field, name));
        if (findings.errorCount() == before) {
            field.setDefaultValue(value.get());
        } else {
            findings.markBroken(field);
        }
    }

    /** A field of a composite type. */
    void readMember(ResolvedField field, AttributeReader reader) {
        Optional<Expression> value = reader.main("value");
        Optional<Expression> map = reader.optional("map");
        map.ifPresent(name -> findings.error(
                        DiagnosticCode.DEFAULT_NAME_UNSUPPORTED,
                        name.span(),
                        "the default of a field of a type has no name in the database")
                .label("nothing carries this name")
                .help("remove `map`"));
        if (value.isEmpty()) {
            return;
        }
        if (field.type() instanceof ResolvedType.OfComposite) {
            onComposite(field, reader);
        } else if (field.type() instanceof ResolvedType.Unsupported) {
            findings.error(
                            DiagnosticCode.DEFAULT_OF_UNSUPPORTED,
                            value.get().span(),
                            "an `Unsupported` field of a type cannot have a default")
                    .label("Flash does not know how to write such a value")
                    .help("remove `@default`");
        } else if (value.get() instanceof Expression.Call call) {
            functions.checkOnMember(field, call);
        } else if (field.type() instanceof ResolvedType.OfEnum ofEnum) {
            enumDefault(field, ofEnum.declaration(), value.get());
        } else {
            literals.check(field, value.get());
        }
    }

    private void checkBuiltIn(ResolvedField field, Expression value, Optional<Expression.StringLiteral> map) {
        if (value instanceof Expression.Call call) {
            if (call.name().text().equals("autoincrement") && map.isPresent()) {
                findings.error(
                                DiagnosticCode.DEFAULT_NAME_UNSUPPORTED,
                                map.get().span(),
                                "`autoincrement()` is no constraint and cannot have a name")
                        .label("nothing carries this name")
                        .help("remove `map`");
                return;
            }
            functions.check(field, call);
        } else {
            literals.check(field, value);
        }
    }

    private void checkName(ResolvedField field, Expression.StringLiteral name) {
        if (!scope.has(Capability.NAMED_DEFAULT_VALUES) && !field.hasDefaultCall("autoincrement")) {
            if (findings.isBroken(field)) {
                return;
            }
            findings.error(
                            DiagnosticCode.DEFAULT_NAME_UNSUPPORTED,
                            name.span(),
                            "defaults have no names in " + scope.provider().displayName())
                    .label("nothing carries this name")
                    .help("remove `map`");
        }
    }

    private void onComposite(ResolvedField field, AttributeReader reader) {
        findings.error(
                        DiagnosticCode.DEFAULT_ON_COMPOSITE,
                        reader.nameSpan(),
                        "`" + field.name() + "` holds a `" + field.typeName() + "` and cannot have a default")
                .label("not for composite types")
                .because(field.typeSpan(), "a composite type")
                .help(
                        "remove it and give the fields of `" + field.typeName() + "` their defaults",
                        new TextEdit(reader.attribute().span(), ""));
    }

    private void enumDefault(ResolvedField field, EnumDeclaration declaration, Expression value) {
        if (field.isList()) {
            if (value instanceof Expression.ArrayLiteral array) {
                array.elements().forEach(element -> enumValue(declaration, element));
            } else {
                literals.mustBeList(field, value);
            }
        } else if (value instanceof Expression.ArrayLiteral) {
            literals.mustNotBeList(field, value);
        } else {
            enumValue(declaration, value);
        }
    }

    private void enumValue(EnumDeclaration declaration, Expression value) {
        if (!(value instanceof Expression.Name name)) {
            String unquoted = value instanceof Expression.StringLiteral text ? text.value() : "";
            var builder = findings.error(
                            DiagnosticCode.DEFAULT_NO_ENUM_VALUE,
                            value.span(),
                            "expected a value of the enum `" + declaration.name() + "`, found " + Values.kind(value))
                    .label("this is " + Values.kind(value))
                    .because(declaration.name().span(), "the enum");
            if (declaration.value(unquoted).isPresent()) {
                builder.help("write `" + unquoted + "` without quotes", new TextEdit(value.span(), unquoted));
            }
        } else if (declaration.value(name.text()).isEmpty() && !findings.isLost(name.text())) {
            Span span = value.span();
            Diagnosis.suggest(
                    findings.error(
                                    DiagnosticCode.DEFAULT_NO_ENUM_VALUE,
                                    span,
                                    "the enum `" + declaration.name() + "` has no value `" + name.text() + "`")
                            .label("not a value of `" + declaration.name() + "`")
                            .because(declaration.name().span(), "the enum"),
                    span,
                    name.text(),
                    declaration.values().stream()
                            .map(line -> line.name().text())
                            .toList(),
                    findings);
        }
    }
}
