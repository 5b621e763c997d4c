package dev.flashorm.schema;

import dev.flashorm.schema.model.Check;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.Optional;
import java.util.stream.Collectors;

/** A linked schema as text, for expectations: every fact on a line. */
final class ModelText {
    private final StringBuilder out = new StringBuilder();

    private ModelText() {}

    static String of(Schema schema) {
        ModelText text = new ModelText();
        schema.datasource()
                .ifPresent(source -> text.line(
                        0,
                        "datasource " + source.name() + " " + source.provider() + " "
                                + source.relationMode() + " schemas " + source.schemas() + " extensions "
                                + source.extensions()
                                + source.url()
                                        .map(url -> " url " + url.getClass().getSimpleName())
                                        .orElse("")));
        schema.generators()
                .forEach(generator -> text.line(
                        0,
                        "generator " + generator.name() + " "
                                + generator.provider().orElse("-") + " "
                                + generator.settings().keySet()));
        schema.enums().forEach(text::enumType);
        schema.compositeTypes().forEach(text::compositeType);
        schema.models().forEach(text::model);
        schema.relations().forEach(text::relation);
        return text.out.toString();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text.replace("\n", "\\n")).append('\n');
    }

    private static String option(String name, Optional<?> value) {
        return value.map(found -> " " + name + " " + found).orElse("");
    }

    private static String flag(String name, boolean set) {
        return set ? " " + name : "";
    }

    private void enumType(EnumType type) {
        line(
                0,
                "enum " + type.name() + " -> " + type.databaseName() + option("schema", type.schemaName())
                        + option("///", type.documentation()));
        for (EnumType.Value value : type.values()) {
            line(
                    1,
                    value.name() + " -> " + value.databaseName() + option("was", value.renamedFrom())
                            + option("///", value.documentation()));
        }
    }

    private void compositeType(CompositeType type) {
        line(0, type + option("///", type.documentation()));
        for (CompositeType.Member member : type.members()) {
            line(
                    1,
                    member.name() + " -> " + member.databaseName() + " "
                            + member.type().typeName() + " " + member.arity() + option("native", member.nativeType())
                            + option("default", member.defaultValue().map(ModelText::defaultValue)));
        }
    }

    private void model(Model model) {
        line(
                0,
                model + " -> " + model.databaseName() + option("schema", model.schemaName())
                        + flag("ignored", model.isIgnored()) + option("was", model.renamedFrom())
                        + option("///", model.documentation()));
        for (Field field : model.fields()) {
            String common = field.name() + " " + field.arity() + flag("ignored", field.isIgnored())
                    + option("///", field.documentation());
            if (field instanceof ScalarField column) {
                line(
                        1,
                        common + " " + column.type().typeName() + " -> " + column.databaseName()
                                + option("native", column.nativeType())
                                + option("default", column.defaultValue().map(ModelText::defaultValue))
                                + flag("updatedAt", column.updatedAt()) + flag("version", column.version())
                                + option("generated", column.generated())
                                + option("was", column.renamedFrom()));
            } else if (field instanceof RelationField relation) {
                line(1, common + " relation to " + relation.target().name() + flag("unlinked", !relation.isLinked()));
            }
        }
        for (Index index : model.indexes()) {
            String parts = index.fields().stream().map(ModelText::part).collect(Collectors.joining(", "));
            line(
                    1,
                    index.kind() + " (" + parts + ")" + option("named", index.databaseName())
                            + option("client", index.clientName()) + option("type", index.type())
                            + option("clustered", index.clustered()) + option("where", index.where())
                            + flag("on field", index.onField()));
        }
        for (Check check : model.checks()) {
            line(1, "CHECK " + check.databaseName() + " " + check.expression());
        }
    }

    private static String part(Index.Part part) {
        String what = part instanceof Index.Part.Column column
                ? column.field().name()
                        + (column.path().isEmpty() ? "" : "." + String.join(".", column.path()))
                        + option("length", column.length())
                : "sql " + ((Index.Part.Expression) part).sql();
        return what + option("sort", part.sort()) + option("ops", part.operatorClass());
    }

    private static String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.EnumValue constant) {
            return constant.value().name();
        }
        if (value instanceof DefaultValue.Literal literal) {
            return literal.kind() + " " + literal.text();
        }
        if (value instanceof DefaultValue.Items items) {
            return items.items().stream().map(ModelText::defaultValue).toList().toString();
        }
        DefaultValue.Function function = (DefaultValue.Function) value;
        return function.name()
                + function.arguments().stream()
                        .map(argument -> argument.name().isEmpty()
                                ? argument.value()
                                : argument.name() + ": " + argument.value())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private void relation(Relation relation) {
        String ends = relation.name() + " " + relation.from() + " -> " + relation.to();
        if (relation instanceof Relation.ForeignKey key) {
            line(
                    0,
                    "foreign key " + ends + " " + key.fields() + " references " + key.references() + " on delete "
                            + key.effectiveOnDelete() + " on update " + key.effectiveOnUpdate()
                            + option("named", key.constraintName()) + flag("one to one", key.isOneToOne()));
        } else if (relation instanceof Relation.ManyToMany many) {
            line(0, "many to many " + ends + " " + many.databaseName() + " A " + many.fromKey() + " B " + many.toKey());
        } else if (relation instanceof Relation.EmbeddedManyToMany lists) {
            line(0, "embedded " + ends + " " + lists.fromFields() + " " + lists.toFields());
        }
    }
}
