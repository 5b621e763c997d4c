package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Types of fields that are not declared, and declarations that are empty or in the wrong place. */
final class TypeRules {
    /** Names that people bring from other languages and databases. */
    private static final Map<String, String> FROM_ELSEWHERE = Map.ofEntries(
            Map.entry("integer", "Int"),
            Map.entry("number", "Int"),
            Map.entry("long", "BigInt"),
            Map.entry("text", "String"),
            Map.entry("varchar", "String"),
            Map.entry("char", "String"),
            Map.entry("uuid", "String"),
            Map.entry("bool", "Boolean"),
            Map.entry("double", "Float"),
            Map.entry("real", "Float"),
            Map.entry("numeric", "Decimal"),
            Map.entry("money", "Decimal"),
            Map.entry("date", "DateTime"),
            Map.entry("time", "DateTime"),
            Map.entry("timestamp", "DateTime"),
            Map.entry("timestamptz", "DateTime"),
            Map.entry("jsonb", "Json"),
            Map.entry("object", "Json"),
            Map.entry("blob", "Bytes"),
            Map.entry("binary", "Bytes"),
            Map.entry("bytea", "Bytes"));

    private final Scope scope;
    private final Findings findings;

    TypeRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check() {
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : model.fields()) {
                checkKnown(field);
            }
        }
        for (ResolvedBlock type : scope.compositeTypes()) {
            for (ResolvedField field : type.fields()) {
                checkKnown(field);
                checkNoRelation(type, field);
                checkFieldAttributes(type, field);
            }
            type.syntax().attributes().forEach(attribute -> checkBlockAttribute(type, attribute));
        }
        for (EnumDeclaration declaration : scope.enums()) {
            if (declaration.values().isEmpty() && !scope.isDamaged(declaration)) {
                findings.error(
                                DiagnosticCode.ENUM_EMPTY,
                                declaration.name().span(),
                                "the enum `" + declaration.name() + "` has no values")
                        .label("no values")
                        .help("write one value a line between the braces");
            }
        }
    }

    private void checkKnown(ResolvedField field) {
        if (!(field.type() instanceof ResolvedType.Unknown)
                || field.syntax().type().isEmpty()) {
            return;
        }
        Span span = field.syntax().type().get().name().span();
        String name = field.typeName();
        if (name.isEmpty()) {
            return;
        }
        if (findings.isLost(name)) {
            findings.markBroken(field);
            return;
        }
        Diagnostic.Builder builder = findings.error(
                        DiagnosticCode.UNKNOWN_TYPE, span, "the type `" + name + "` is not declared")
                .label("no model, enum or type has this name");
        findings.markBroken(field);
        String known = FROM_ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        if (known != null) {
            builder.help("the type is called `" + known + "` here", new TextEdit(span, known));
            return;
        }
        if (isType(field.name())) {
            Span both = field.nameSpan().to(span);
            builder.help(
                    "the name comes first: `" + name + " " + field.name() + "`",
                    new TextEdit(both, name + " " + field.name()));
            return;
        }
        List<String> candidates = new ArrayList<>(Scope.scalarNames());
        candidates.addAll(scope.typeNames());
        Diagnosis.suggest(builder, span, name, candidates, findings);
    }

    private boolean isType(String name) {
        return Scope.scalarNames().contains(name) || scope.typeNames().contains(name);
    }

    private void checkNoRelation(ResolvedBlock type, ResolvedField field) {
        if (field.isRelation()) {
            findings.error(
                            DiagnosticCode.RELATION_IN_TYPE,
                            field.typeSpan(),
                            "a type cannot hold a relation, but `" + field.qualifiedName() + "` is one")
                    .label("`" + field.typeName() + "` is "
                            + Diagnosis.withArticle(field.target().keyword()))
                    .because(field.target().nameSpan(), "declared here")
                    .help("put the relation on the model that holds `" + type.name() + "`");
            findings.markBroken(field);
        }
    }

    private void checkFieldAttributes(ResolvedBlock type, ResolvedField field) {
        for (Attribute attribute : field.syntax().attributes()) {
            if (attribute.is("relation") || attribute.is("unique") || attribute.is("id")) {
                findings.error(
                                DiagnosticCode.ATTRIBUTE_NOT_IN_TYPE,
                                attribute.span(),
                                "`@" + attribute.name() + "` cannot stand in the type `" + type.name() + "`")
                        .label("only models have keys and relations")
                        .help("define it on the model that holds `" + type.name() + "`");
                findings.markBroken(attribute);
            }
        }
    }

    private void checkBlockAttribute(ResolvedBlock type, Attribute attribute) {
        String help = switch (attribute.name().text()) {
            case "map" -> "remove it: a type is part of its model's documents and has no name of its own";
            case "unique", "index", "fulltext" -> "define it on the model that holds `" + type.name() + "`";
            default -> "remove it";
        };
        findings.error(
                        DiagnosticCode.ATTRIBUTE_NOT_IN_TYPE,
                        attribute.span(),
                        "`@@" + attribute.name() + "` cannot stand in the type `" + type.name() + "`")
                .label("only models have this")
                .help(help);
        findings.markBroken(attribute);
    }
}
