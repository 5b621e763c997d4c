package dev.flashorm.codegen.ir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client as a tree of maps, lists, texts, numbers and booleans, for the languages whose support files compile calls by
 * their shapes: an emitter prints it as a literal. What is false, empty or absent is left out. The support files'
 * `descriptor` names the members and says what they mean.
 */
public final class Descriptor {
    private Descriptor() {}

    /** The whole client, in source order. */
    public static Map<String, Object> of(Client client) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("provider", client.provider());
        flag(tree, "isDocuments", client.isDocuments());
        tree.put("dialect", dialect(client.dialect()));
        Map<String, Object> enums = new LinkedHashMap<>();
        for (EnumClient type : client.enums()) {
            Map<String, Object> values = new LinkedHashMap<>();
            type.values().forEach(value -> values.put(value.name(), value.databaseValue()));
            enums.put(type.name(), values);
        }
        tree.put("enums", enums);
        Map<String, Object> composites = new LinkedHashMap<>();
        for (CompositeClient type : client.composites()) {
            composites.put(type.name(), Map.of("columns", columns(type.columns())));
        }
        tree.put("composites", composites);
        Map<String, Object> models = new LinkedHashMap<>();
        client.models().forEach(model -> models.put(model.name(), model(model)));
        tree.put("models", models);
        return tree;
    }

    /** What a key is called where a row is asked for by it. */
    public static String keyName(KeyClient key) {
        return key.columns().size() == 1
                ? key.columns().get(0).name()
                : key.clientName().orElseGet(() -> String.join("_", names(key.columns())));
    }

    private static Map<String, Object> dialect(DialectClient dialect) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("patterns", dialect.patterns().name());
        flag(tree, "hasArrays", dialect.hasArrays());
        tree.put("fragments", fragments(dialect.fragments()));
        Map<String, Object> variants = new LinkedHashMap<>();
        dialect.variants().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variant -> variants.put(variant.getKey(), fragments(variant.getValue())));
        tree.put("variants", variants);
        return tree;
    }

    private static Map<String, Object> fragments(Map<Fragment, String> fragments) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fragments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fragment -> tree.put(fragment.getKey().name(), fragment.getValue()));
        return tree;
    }

    private static Map<String, Object> model(ModelClient model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", model.table());
        tree.put("databaseName", model.databaseName());
        flag(tree, "isView", model.isView());
        tree.put("columns", columns(model.columns()));
        tree.put("keys", model.keys().stream().map(Descriptor::key).toList());
        tree.put(
                "relations",
                model.relations().stream().map(Descriptor::relation).toList());
        tree.put(
                "constraints",
                model.constraints().stream().map(Descriptor::constraint).toList());
        model.insert().ifPresent(insert -> tree.put("insert", insert(insert)));
        return tree;
    }

    private static List<Map<String, Object>> columns(List<ColumnClient> columns) {
        return columns.stream().map(Descriptor::column).toList();
    }

    private static Map<String, Object> column(ColumnClient column) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("databaseName", column.databaseName());
        tree.put("sql", column.sql());
        tree.put("type", column.type().name());
        tree.put("encoding", column.encoding());
        text(tree, "arrayType", column.arrayType());
        text(tree, "enum", column.enumName());
        text(tree, "composite", column.compositeName());
        flag(tree, "isList", column.isList());
        flag(tree, "isNullable", column.isNullable());
        flag(tree, "isUpdatedAt", column.isUpdatedAt());
        flag(tree, "isVersion", column.isVersion());
        flag(tree, "isGenerated", column.isGenerated());
        Map<String, Object> defaultValue = defaultValue(column.defaultValue());
        if (!defaultValue.isEmpty()) {
            tree.put("default", defaultValue);
        }
        return tree;
    }

    private static Map<String, Object> defaultValue(DefaultClient value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (value instanceof DefaultClient.Literal literal) {
            tree.put("literal", literal.text());
        } else if (value instanceof DefaultClient.Items items) {
            tree.put(
                    "items",
                    items.items().stream().map(DefaultClient.Literal::text).toList());
        } else if (value instanceof DefaultClient.Made made) {
            tree.put("maker", made.maker().name());
            if (made.length() > 0) {
                tree.put("length", made.length());
            }
        } else if (value instanceof DefaultClient.Database database) {
            tree.put("database", true);
            flag(tree, "numbered", database.isNumbered());
        }
        return tree;
    }

    private static Map<String, Object> key(KeyClient key) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", keyName(key));
        tree.put("columns", names(key.columns()));
        flag(tree, "isPrimary", key.isPrimary());
        tree.put("select", key.select());
        tree.put("delete", key.delete());
        return tree;
    }

    private static Map<String, Object> relation(RelationClient relation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", relation.name());
        tree.put("target", relation.target());
        flag(tree, "isList", relation.isList());
        flag(tree, "isNullable", relation.isNullable());
        flag(tree, "isOwning", relation.isOwning());
        tree.put("local", names(relation.local()));
        tree.put("remote", names(relation.remote()));
        relation.through().ifPresent(through -> {
            Map<String, Object> pairs = new LinkedHashMap<>();
            pairs.put("table", through.table());
            pairs.put("local", through.local());
            pairs.put("remote", through.remote());
            tree.put("through", pairs);
        });
        text(tree, "opposite", relation.opposite());
        relation.kept().ifPresent(kept -> {
            Map<String, Object> actions = new LinkedHashMap<>();
            actions.put("onDelete", kept.onDelete().name());
            actions.put("onUpdate", kept.onUpdate().name());
            tree.put("kept", actions);
        });
        return tree;
    }

    private static Map<String, Object> constraint(ModelClient.Constraint constraint) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", constraint.name());
        tree.put("fields", constraint.fields());
        return tree;
    }

    private static Map<String, Object> insert(InsertClient insert) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("always", names(insert.always()));
        tree.put("given", names(insert.given()));
        tree.put("sql", insert.sql());
        tree.put("returning", insert.returning());
        insert.numbered().ifPresent(numbered -> {
            Map<String, Object> number = new LinkedHashMap<>();
            number.put("column", numbered.column().name());
            number.put("select", numbered.select());
            tree.put("numbered", number);
        });
        flag(tree, "hasHiddenKeys", insert.hasHiddenKeys());
        return tree;
    }

    private static List<String> names(List<ColumnClient> columns) {
        return columns.stream().map(ColumnClient::name).toList();
    }

    private static void flag(Map<String, Object> tree, String name, boolean value) {
        if (value) {
            tree.put(name, true);
        }
    }

    private static void text(Map<String, Object> tree, String name, Optional<String> value) {
        value.ifPresent(text -> tree.put(name, text));
    }
}
