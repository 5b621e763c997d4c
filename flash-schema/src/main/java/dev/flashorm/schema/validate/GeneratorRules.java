package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.GeneratorDeclaration;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.Setting;
import java.util.List;
import java.util.Optional;

/** `generator` blocks: their keys are free, but for a few that every tool reads. */
final class GeneratorRules {
    private final Scope scope;
    private final Findings findings;
    private final Values values;

    GeneratorRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.values = new Values(findings);
    }

    void check() {
        for (Declaration declaration : scope.declarations()) {
            if (declaration instanceof GeneratorDeclaration block) {
                check(block);
            }
        }
    }

    private void check(GeneratorDeclaration block) {
        Optional<Setting> provider = block.setting("provider");
        if (provider.isEmpty() && !scope.isDamaged(block)) {
            findings.error(
                            DiagnosticCode.PROVIDER_MISSING,
                            block.name().span(),
                            "the generator `" + block.name() + "` does not say what it generates")
                    .label("`provider` is missing")
                    .help("add a line like `provider = \"flash-java\"`");
        }
        for (Setting setting : block.settings()) {
            setting.value().ifPresent(value -> checkSetting(setting.key().text(), value));
        }
    }

    private void checkSetting(String key, Expression value) {
        switch (key) {
            case "provider", "output" -> text(value);
            case "engineType" -> values.string(value);
            case "binaryTargets" -> Values.elements(value).forEach(this::text);
            case "previewFeatures" -> {
                for (Expression element : Values.elements(value)) {
                    values.string(element).ifPresent(this::previewFeature);
                }
            }
            default -> {}
        }
    }

    /** A string, or one that the environment gives. */
    private void text(Expression value) {
        boolean env =
                value instanceof Expression.Call call && call.name().text().equals("env");
        if (!env) {
            values.string(value);
        }
    }

    private void previewFeature(Expression.StringLiteral feature) {
        String name = feature.value();
        String renamed = PreviewFeatures.renamed(name, scope.provider().name());
        if (!renamed.isEmpty()) {
            findings.warning(
                            DiagnosticCode.PREVIEW_FEATURE_RENAMED,
                            feature.span(),
                            "the preview feature `" + name + "` is now called `" + renamed + "`")
                    .label("the old name")
                    .help(
                            "write `" + renamed + "`, or remove it: Flash needs no flags",
                            new TextEdit(feature.span(), "\"" + renamed + "\""));
        } else if (PreviewFeatures.isStable(name)) {
            findings.warning(
                            DiagnosticCode.PREVIEW_FEATURE_STABLE,
                            feature.span(),
                            "the preview feature `" + name + "` needs no flag any more")
                    .label("has no effect")
                    .help("remove it");
        } else if (!PreviewFeatures.isKnown(name, scope.provider().name())) {
            var builder = findings.warning(
                            DiagnosticCode.PREVIEW_FEATURE_UNKNOWN,
                            feature.span(),
                            "the preview feature `" + name + "` is not known")
                    .label("has no effect");
            List<String> near = Suggestions.near(name, PreviewFeatures.known());
            if (!near.isEmpty()) {
                builder.help("did you mean " + Suggestions.oneOf(near) + "?");
            }
        }
    }
}
