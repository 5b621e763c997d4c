package dev.flashorm.schema.link;

import dev.flashorm.schema.model.ConfigValue;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Datasource.Extension;
import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import dev.flashorm.schema.syntax.Declaration.DatasourceDeclaration;
import dev.flashorm.schema.syntax.Declaration.GeneratorDeclaration;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the datasource and the generators of their blocks. */
final class ConfigurationLinker {
    private ConfigurationLinker() {}

    static Datasource datasource(DatasourceDeclaration block) {
        String written = text(block, "provider").orElse("");
        Optional<Provider> provider = Providers.byName(written);
        return new Datasource(
                block.name().text(),
                provider.isPresent() ? provider.get().name() : written,
                configValue(block, "url"),
                configValue(block, "directUrl"),
                configValue(block, "shadowDatabaseUrl"),
                relationMode(block, provider),
                strings(block, "schemas"),
                extensions(block),
                block.span());
    }

    private static RelationMode relationMode(DatasourceDeclaration block, Optional<Provider> provider) {
        Optional<String> written = text(block, "relationMode");
        if (written.isPresent()) {
            return written.get().equals("prisma") || written.get().equals("client")
                    ? RelationMode.CLIENT
                    : RelationMode.FOREIGN_KEYS;
        }
        return provider.isPresent() ? provider.get().defaultRelationMode() : RelationMode.FOREIGN_KEYS;
    }

    private static List<Extension> extensions(DatasourceDeclaration block) {
        List<Extension> extensions = new ArrayList<>();
        for (Expression element : elements(block, "extensions")) {
            if (element instanceof Expression.Name name) {
                extensions.add(new Extension(name.text(), Optional.empty(), Optional.empty(), Optional.empty()));
            } else if (element instanceof Expression.Call call) {
                extensions.add(new Extension(
                        call.name().text(),
                        call.arguments().string("map"),
                        call.arguments().string("schema"),
                        call.arguments().string("version")));
            }
        }
        return extensions;
    }

    static Generator generator(GeneratorDeclaration block) {
        Map<String, Generator.Setting> settings = new LinkedHashMap<>();
        for (Setting setting : block.settings()) {
            if (setting.value().isEmpty()) {
                continue;
            }
            Expression value = setting.value().get();
            if (value instanceof Expression.ArrayLiteral array) {
                List<ConfigValue> items = new ArrayList<>();
                for (Expression element : array.elements()) {
                    Optional<ConfigValue> item = configValue(element);
                    if (item.isPresent()) {
                        items.add(item.get());
                    }
                }
                settings.putIfAbsent(setting.key().text(), new Generator.Setting.Items(items));
            } else {
                Optional<ConfigValue> single = configValue(value);
                if (single.isPresent()) {
                    settings.putIfAbsent(setting.key().text(), new Generator.Setting.Scalar(single.get()));
                }
            }
        }
        return new Generator(block.name().text(), settings, block.documentation(), block.span());
    }

    private static Optional<Expression> value(DatasourceDeclaration block, String key) {
        Optional<Setting> setting = block.setting(key);
        return setting.isPresent() ? setting.get().value() : Optional.empty();
    }

    private static Optional<String> text(DatasourceDeclaration block, String key) {
        return value(block, key).orElse(null) instanceof Expression.StringLiteral literal
                ? Optional.of(literal.value())
                : Optional.empty();
    }

    private static List<Expression> elements(DatasourceDeclaration block, String key) {
        return value(block, key).orElse(null) instanceof Expression.ArrayLiteral array ? array.elements() : List.of();
    }

    private static List<String> strings(DatasourceDeclaration block, String key) {
        List<String> strings = new ArrayList<>();
        for (Expression element : elements(block, key)) {
            if (element instanceof Expression.StringLiteral literal) {
                strings.add(literal.value());
            }
        }
        return strings;
    }

    private static Optional<ConfigValue> configValue(DatasourceDeclaration block, String key) {
        Optional<Expression> value = value(block, key);
        return value.isPresent() ? configValue(value.get()) : Optional.empty();
    }

    private static Optional<ConfigValue> configValue(Expression value) {
        if (value instanceof Expression.StringLiteral literal) {
            return Optional.of(new ConfigValue.Literal(literal.value(), literal.span()));
        }
        if (value instanceof Expression.NumberLiteral number) {
            return Optional.of(new ConfigValue.Literal(number.text(), number.span()));
        }
        if (value instanceof Expression.Name name) {
            return Optional.of(new ConfigValue.Literal(name.text(), name.span()));
        }
        if (value instanceof Expression.Call call && call.name().text().equals("env")) {
            Optional<String> variable = call.arguments().unnamedString();
            return variable.isPresent()
                    ? Optional.of(new ConfigValue.Environment(variable.get(), call.span()))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
