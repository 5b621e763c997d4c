package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.NoProvider;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.DatasourceDeclaration;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The `datasource` block. */
final class DatasourceRules {
    private static final List<String> KEYS = List.of(
            "provider",
            "url",
            "directUrl",
            "shadowDatabaseUrl",
            "relationMode",
            "referentialIntegrity",
            "schemas",
            "extensions");
    private static final List<String> URLS = List.of("url", "directUrl", "shadowDatabaseUrl");
    private static final List<String> MODES = List.of("foreignKeys", "prisma");

    private final List<SchemaDocument> documents;
    private final Findings findings;
    private final Values values;

    DatasourceRules(List<SchemaDocument> documents, Findings findings) {
        this.documents = documents;
        this.findings = findings;
        this.values = new Values(findings);
    }

    /** Checks all datasources and returns what the first says. */
    DatasourceSettings check() {
        List<DatasourceDeclaration> blocks = new ArrayList<>();
        for (SchemaDocument document : documents) {
            for (Declaration declaration : document.declarations()) {
                if (declaration instanceof DatasourceDeclaration block) {
                    blocks.add(block);
                }
            }
        }
        if (blocks.stream().anyMatch(Declaration::isClosed)) {
            // The head of one that is not closed stands there by mistake, or its lines follow under the next head.
            blocks.removeIf(block -> !block.isClosed());
        }
        if (blocks.isEmpty()) {
            return DatasourceSettings.NONE;
        }
        List<DatasourceSettings> settings = blocks.stream().map(this::check).toList();
        if (blocks.size() > 1) {
            for (DatasourceDeclaration block : blocks) {
                findings.error(
                                DiagnosticCode.SEVERAL_DATASOURCES,
                                block.name().span(),
                                "a schema has one datasource, but here are " + blocks.size())
                        .label("one of " + blocks.size())
                        .help("keep one of them; a second database gets a schema of its own");
            }
        }
        return settings.get(0);
    }

    private DatasourceSettings check(DatasourceDeclaration block) {
        for (Setting setting : block.settings()) {
            checkKey(block, setting);
        }
        Provider provider = provider(block).orElseGet(NoProvider::new);
        RelationMode mode = relationMode(block, provider);
        checkUrls(block);
        Optional<List<Expression.StringLiteral>> schemas = schemas(block, provider);
        block.setting("extensions").ifPresent(setting -> checkExtensions(setting, provider));
        return new DatasourceSettings(Optional.of(block), provider, mode, schemas);
    }

    private void checkKey(DatasourceDeclaration block, Setting setting) {
        Span span = setting.key().span();
        String key = setting.key().text();
        if (key.equals("previewFeatures")) {
            findings.error(
                            DiagnosticCode.PREVIEW_FEATURES_MISPLACED,
                            span,
                            "`previewFeatures` belongs into a `generator` block")
                    .label("not in a datasource")
                    .help("remove it: Flash needs no flags");
        } else if (!KEYS.contains(key)) {
            Diagnosis.suggest(
                    findings.error(
                                    DiagnosticCode.UNKNOWN_SETTING,
                                    span,
                                    "the datasource `" + block.name() + "` has no setting `" + key + "`")
                            .label("not known"),
                    span,
                    key,
                    KEYS,
                    findings);
        }
    }

    private Optional<Provider> provider(DatasourceDeclaration block) {
        Optional<Setting> setting = block.setting("provider");
        if (setting.isEmpty() && !block.isClosed()) {
            return Optional.empty();
        }
        if (setting.isEmpty()) {
            findings.error(
                            DiagnosticCode.PROVIDER_MISSING,
                            block.name().span(),
                            "the datasource `" + block.name() + "` does not say which database it is")
                    .label("`provider` is missing")
                    .help("add a line like `provider = \"postgresql\"`");
            return Optional.empty();
        }
        Optional<Expression> value = setting.get().value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Expression.StringLiteral text)) {
            boolean env = value.get() instanceof Expression.Call;
            findings.error(
                            DiagnosticCode.PROVIDER_NOT_LITERAL,
                            env ? block.name().span() : value.get().span(),
                            "`provider` must be a string that is written out, not " + Values.kind(value.get()))
                    .label(env ? "its `provider` is computed" : "not a string")
                    .because(setting.get().span(), "the setting")
                    .note("the types of a schema depend on the provider, so it cannot change from run to run");
            return Optional.empty();
        }
        Optional<Provider> provider = Providers.byName(text.value());
        if (provider.isEmpty()) {
            List<String> names = new ArrayList<>();
            Providers.all().forEach(known -> names.add(known.name()));
            Optional<String> meant = Suggestions.certain(text.value(), names);
            var builder = findings.error(
                            DiagnosticCode.PROVIDER_UNKNOWN,
                            text.span(),
                            text.value().isEmpty()
                                    ? "the provider is empty"
                                    : "the provider `" + text.value() + "` is not known")
                    .label("not a database that Flash knows")
                    .note("there is " + Suggestions.allOf(names));
            meant.ifPresent(name ->
                    builder.help("did you mean `" + name + "`?", new TextEdit(text.span(), "\"" + name + "\"")));
        }
        return provider;
    }

    private RelationMode relationMode(DatasourceDeclaration block, Provider provider) {
        Optional<Setting> mode = block.setting("relationMode");
        Optional<Setting> old = block.setting("referentialIntegrity");
        if (old.isPresent()) {
            if (mode.isPresent()) {
                findings.error(
                                DiagnosticCode.RELATION_MODE_TWICE,
                                old.get().key().span(),
                                "`referentialIntegrity` is the old name of `relationMode`, and both are set")
                        .label("the old name")
                        .because(mode.get().key().span(), "the new name")
                        .help("remove `referentialIntegrity`");
                return provider.defaultRelationMode();
            }
            findings.warning(
                            DiagnosticCode.REFERENTIAL_INTEGRITY_OLD,
                            old.get().key().span(),
                            "`referentialIntegrity` is now called `relationMode`")
                    .label("the old name")
                    .help("write `relationMode`", new TextEdit(old.get().key().span(), "relationMode"));
        }
        Optional<Expression> value = mode.or(() -> old).flatMap(Setting::value);
        if (value.isEmpty()) {
            return provider.defaultRelationMode();
        }
        Optional<Expression.StringLiteral> text = values.string(value.get());
        if (text.isEmpty()) {
            return provider.defaultRelationMode();
        }
        RelationMode chosen = switch (text.get().value()) {
            case "foreignKeys" -> RelationMode.FOREIGN_KEYS;
            case "prisma", "client" -> RelationMode.CLIENT;
            default -> {
                findings.error(
                                DiagnosticCode.RELATION_MODE_UNKNOWN,
                                block.name().span(),
                                "the relation mode `" + text.get().value() + "` is not known")
                        .label("its `relationMode` is not known")
                        .because(text.get().span(), "neither `foreignKeys` nor `prisma`")
                        .help("write one of " + Suggestions.oneOf(MODES));
                yield provider.defaultRelationMode();
            }
        };
        if (chosen == RelationMode.FOREIGN_KEYS
                && !provider.has(Capability.FOREIGN_KEYS)
                && !(provider instanceof NoProvider)) {
            findings.error(
                            DiagnosticCode.RELATION_MODE_UNSUPPORTED,
                            text.get().span(),
                            provider.displayName() + " has no foreign keys")
                    .label("not with " + provider.displayName())
                    .help(
                            "remove the setting: the client keeps relations intact",
                            new TextEdit(text.get().span(), "\"prisma\""));
            return RelationMode.CLIENT;
        }
        return chosen;
    }

    private void checkUrls(DatasourceDeclaration block) {
        for (String key : URLS) {
            block.setting(key).flatMap(Setting::value).ifPresent(this::checkUrl);
        }
        Optional<String> shadow = literal(block, "shadowDatabaseUrl");
        for (String key : List.of("url", "directUrl")) {
            Optional<String> other = literal(block, key);
            if (shadow.isPresent() && !shadow.get().isEmpty() && shadow.equals(other)) {
                findings.error(
                                DiagnosticCode.SHADOW_IS_MAIN,
                                block.setting("shadowDatabaseUrl").orElseThrow().span(),
                                "`shadowDatabaseUrl` is the same database as `" + key + "`")
                        .label("would be emptied")
                        .because(block.setting(key).orElseThrow().span(), "the same")
                        .note("the shadow database is emptied at every migration")
                        .help("give the shadow database a database of its own, or remove the setting");
            }
        }
    }

    private void checkUrl(Expression value) {
        if (value instanceof Expression.StringLiteral) {
            return;
        }
        if (value instanceof Expression.Call call && call.name().text().equals("env")) {
            Optional<Expression> name = call.arguments().unnamed().flatMap(Argument::value);
            if (name.isPresent()) {
                values.string(name.get());
                return;
            }
        }
        values.wrongKind("a string or `env(\"NAME\")`", value, "");
    }

    private static Optional<String> literal(DatasourceDeclaration block, String key) {
        return block.setting(key).flatMap(Setting::value).map(value -> {
            if (value instanceof Expression.StringLiteral text) {
                return text.value();
            }
            return value.span().text();
        });
    }

    private Optional<List<Expression.StringLiteral>> schemas(DatasourceDeclaration block, Provider provider) {
        Optional<Setting> setting = block.setting("schemas");
        if (setting.isEmpty() || setting.get().value().isEmpty()) {
            return Optional.empty();
        }
        Expression value = setting.get().value().get();
        if (!provider.has(Capability.MULTI_SCHEMA) && !(provider instanceof NoProvider)) {
            findings.error(
                            DiagnosticCode.SCHEMAS_UNSUPPORTED,
                            value.span(),
                            "Flash keeps all tables of " + provider.displayName() + " in one schema")
                    .label("not with " + provider.displayName())
                    .help("remove `schemas`");
        }
        List<Expression.StringLiteral> names = new ArrayList<>();
        Map<String, Expression.StringLiteral> seen = new HashMap<>();
        for (Expression element : Values.elements(value)) {
            Optional<Expression.StringLiteral> name = values.string(element);
            if (name.isEmpty()) {
                continue;
            }
            names.add(name.get());
            Expression.StringLiteral first = seen.putIfAbsent(name.get().value(), name.get());
            if (first != null) {
                findings.error(
                                DiagnosticCode.SCHEMA_TWICE,
                                name.get().span(),
                                "`schemas` names `" + name.get().value() + "` twice")
                        .label("named again")
                        .because(first.span(), "first named here")
                        .help("remove one of the two");
            }
        }
        if (value instanceof Expression.ArrayLiteral array && array.elements().isEmpty()) {
            findings.error(DiagnosticCode.SCHEMAS_EMPTY, value.span(), "`schemas` names no schema")
                    .label("empty")
                    .help("name the schemas, or remove the setting");
        }
        return Optional.of(names);
    }

    private void checkExtensions(Setting setting, Provider provider) {
        if (!provider.has(Capability.EXTENSIONS)) {
            if (!(provider instanceof NoProvider)) {
                findings.error(
                                DiagnosticCode.UNKNOWN_SETTING,
                                setting.key().span(),
                                provider.displayName() + " has no extensions")
                        .label("not with " + provider.displayName())
                        .help("remove the setting");
            }
            return;
        }
        for (Expression element : setting.value().map(Values::elements).orElse(List.of())) {
            if (element instanceof Expression.Name name) {
                checkExtensionName(name.text(), element.span());
            } else if (element instanceof Expression.Call call) {
                checkExtensionName(call.name().text(), call.name().span());
                for (Argument argument : call.arguments().list()) {
                    checkExtensionArgument(argument);
                }
            } else {
                String fixed = element instanceof Expression.StringLiteral text
                                && text.value().indexOf('-') < 0
                        ? text.value()
                        : "";
                values.wrongKind("the name of an extension", element, fixed);
            }
        }
    }

    private void checkExtensionArgument(Argument argument) {
        if (argument.name().isEmpty()) {
            findings.error(
                            DiagnosticCode.SEVERAL_UNNAMED_ARGUMENTS,
                            argument.span(),
                            "an argument of an extension needs a name")
                    .label("no name")
                    .help("it takes `map`, `schema` and `version`");
            return;
        }
        String name = argument.name().get().text();
        List<String> known = List.of("map", "schema", "version");
        if (!known.contains(name)) {
            Span span = argument.name().get().span();
            Diagnosis.suggest(
                    findings.error(DiagnosticCode.UNKNOWN_ARGUMENT, span, "an extension has no argument `" + name + "`")
                            .label("not known"),
                    span,
                    name,
                    known,
                    findings);
        } else {
            argument.value().ifPresent(values::string);
        }
    }

    private void checkExtensionName(String name, Span span) {
        if (name.indexOf('-') >= 0 || (!name.isEmpty() && Character.isDigit(name.charAt(0)))) {
            findings.error(
                            DiagnosticCode.NAME_MALFORMED,
                            span,
                            "the name of an extension has letters, digits and `_`, and begins with a letter")
                    .label("not such a name")
                    .help(
                            "write `" + name.replace('-', '_') + "(map: \"" + name + "\")`",
                            new TextEdit(span, name.replace('-', '_') + "(map: \"" + name + "\")"));
        }
    }
}
