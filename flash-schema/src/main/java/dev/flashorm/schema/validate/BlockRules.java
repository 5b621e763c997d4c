package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.NoProvider;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Blocks as a whole: views, enums, database schemas, tables of the same name. */
final class BlockRules {
    private final Scope scope;
    private final Soundness soundness;
    private final Findings findings;
    private final Provider provider;

    BlockRules(Scope scope, Soundness soundness, Findings findings) {
        this.scope = scope;
        this.soundness = soundness;
        this.findings = findings;
        this.provider = scope.provider();
    }

    void check() {
        for (ResolvedBlock model : scope.models()) {
            if (!soundness.isSound(model)) {
                continue;
            }
            if (model.isView()) {
                checkView(model);
            }
            checkSchema(model.syntax(), model.syntax().attribute("schema"));
        }
        for (EnumDeclaration declaration : scope.enums()) {
            if (!soundness.isSound(declaration)) {
                continue;
            }
            checkSchema(declaration, declaration.attribute("schema"));
        }
        checkTables();
    }

    private void checkView(ResolvedBlock view) {
        // Older releases of the reference implementation took an id for a unique.
        view.primaryKey()
                .ifPresent(key -> findings.warning(DiagnosticCode.VIEW_KEY, key.nameSpan(), "a view has no primary key")
                        .label("not in a view")
                        .help("write `@unique` for a field that identifies a row"));
        for (ResolvedKey index : view.indexes()) {
            if (index.kind() != ResolvedKey.Kind.UNIQUE) {
                findings.error(DiagnosticCode.VIEW_KEY, index.nameSpan(), "a view has no indexes")
                        .label("not in a view")
                        .help("index the tables that the view reads");
            }
        }
    }

    private void checkSchema(Declaration block, Optional<Attribute> attribute) {
        Optional<List<Expression.StringLiteral>> schemas = scope.datasource().schemas();
        if (attribute.isEmpty()) {
            if (schemas.isPresent() && provider.has(Capability.MULTI_SCHEMA)) {
                findings.error(
                                DiagnosticCode.SCHEMA_MISSING,
                                block.name().span(),
                                "the datasource has several schemas, and `" + block.name()
                                        + "` does not say in which it is")
                        .label("no `@@schema`")
                        .because(
                                scope.datasourceDeclaration()
                                        .flatMap(source -> source.setting("schemas"))
                                        .map(setting -> setting.span())
                                        .orElse(block.name().span()),
                                "these schemas")
                        .help("add a line like `@@schema(\""
                                + schemas.get().stream()
                                        .findFirst()
                                        .map(Expression.StringLiteral::value)
                                        .orElse("public")
                                + "\")`");
            }
            return;
        }
        Optional<Expression> value = attribute.get().arguments().mainValue("map");
        if (value.isEmpty() || !(value.get() instanceof Expression.StringLiteral name)) {
            return;
        }
        if (!provider.has(Capability.MULTI_SCHEMA)) {
            if (!(provider instanceof NoProvider)) {
                findings.error(
                                DiagnosticCode.SCHEMAS_UNSUPPORTED,
                                name.span(),
                                "Flash keeps all tables of " + provider.displayName() + " in one schema")
                        .label("not with " + provider.displayName())
                        .help("remove `@@schema`");
            }
            return;
        }
        List<String> names = schemas.orElse(List.of()).stream()
                .map(Expression.StringLiteral::value)
                .toList();
        if (!names.contains(name.value())) {
            Span span = name.span();
            var builder = findings.error(
                            DiagnosticCode.SCHEMA_UNKNOWN, span, "the datasource has no schema `" + name.value() + "`")
                    .label("not in `schemas`");
            scope.datasourceDeclaration()
                    .flatMap(source -> source.setting("schemas"))
                    .ifPresent(setting -> builder.because(setting.span(), "these schemas"));
            List<String> near = Suggestions.near(name.value(), names);
            builder.help(
                    near.isEmpty()
                            ? "add it to `schemas` of the datasource"
                            : "did you mean " + Suggestions.oneOf(near) + "?");
        }
    }

    private void checkTables() {
        Map<String, ResolvedBlock> tables = new HashMap<>();
        for (ResolvedBlock model : scope.models()) {
            if (!soundness.isSound(model)) {
                continue;
            }
            String key = model.schemaName().orElse("") + "\u0000" + model.databaseName();
            ResolvedBlock first = tables.putIfAbsent(key, model);
            if (first != null) {
                boolean own = model.syntax().attribute("map").isPresent();
                ResolvedBlock wrong = own ? model : first;
                ResolvedBlock other = own ? first : model;
                findings.error(
                                DiagnosticCode.TABLE_NAME_TAKEN,
                                nameOf(wrong),
                                "`" + wrong.name() + "` and `" + other.name() + "` are both the table `"
                                        + model.databaseName() + "`")
                        .label("`" + wrong.name() + "` is this table")
                        .because(nameOf(other), "so is `" + other.name() + "`")
                        .help("give one of them another name");
            }
        }
    }

    private static Span nameOf(ResolvedBlock model) {
        return model.syntax().attribute("map").map(Attribute::span).orElse(model.nameSpan());
    }
}
