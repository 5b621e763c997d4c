package dev.flashorm.schema.link;

import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.FieldDeclaration;
import dev.flashorm.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes fields of models and members of composite types of their lines. */
final class FieldLinker {
    private final TypeNames types;
    private final Optional<String> datasourceName;

    FieldLinker(TypeNames types, Optional<String> datasourceName) {
        this.types = types;
        this.datasourceName = datasourceName;
    }

    /** Empty when the line has no type or one that nobody knows. */
    Optional<Field> field(FieldDeclaration line, Model model) {
        if (line.type().isEmpty()) {
            return Optional.empty();
        }
        TypeReference written = line.type().get();
        Optional<Model> target = types.model(written);
        if (target.isPresent()) {
            return Optional.of(new RelationField(
                    line.name().text(),
                    model,
                    target.get(),
                    written.arity(),
                    line.documentation(),
                    line.attribute("ignore").isPresent(),
                    mainString(line, "renamedFrom"),
                    line.span()));
        }
        Optional<FieldType> type = types.fieldType(written);
        return type.isPresent() ? Optional.of(column(line, model, type.get(), written.arity())) : Optional.empty();
    }

    private ScalarField column(FieldDeclaration line, Model model, FieldType type, Arity arity) {
        Optional<Attribute> defaultAttribute = line.attribute("default");
        return new ScalarField(
                line.name().text(),
                model,
                mapped(line),
                type,
                arity,
                nativeType(line),
                defaultValue(line, type),
                defaultAttribute.isPresent()
                        ? defaultAttribute.get().arguments().string("map")
                        : Optional.empty(),
                line.attribute("updatedAt").isPresent(),
                line.attribute("version").isPresent(),
                generated(line),
                mainString(line, "renamedFrom"),
                line.documentation(),
                line.attribute("ignore").isPresent(),
                line.span());
    }

    /** Empty when the line has no type or one that nobody knows, or a model, which a composite type cannot hold. */
    Optional<CompositeType.Member> member(FieldDeclaration line) {
        Optional<FieldType> type =
                line.type().isPresent() ? types.fieldType(line.type().get()) : Optional.empty();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CompositeType.Member(
                line.name().text(),
                mapped(line),
                type.get(),
                line.type().get().arity(),
                nativeType(line),
                defaultValue(line, type.get()),
                line.documentation(),
                line.span()));
    }

    private static Optional<DefaultValue> defaultValue(FieldDeclaration line, FieldType type) {
        Optional<Attribute> attribute = line.attribute("default");
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression> value = attribute.get().arguments().mainValue("value");
        return value.isPresent() ? DefaultLinker.link(value.get(), type) : Optional.empty();
    }

    private static String mapped(FieldDeclaration line) {
        return mainString(line, "map").orElse(line.name().text());
    }

    private static Optional<String> mainString(FieldDeclaration line, String attributeName) {
        Optional<Attribute> attribute = line.attribute(attributeName);
        return attribute.isPresent() ? attribute.get().arguments().mainString("name") : Optional.empty();
    }

    private Optional<NativeType> nativeType(FieldDeclaration line) {
        for (Attribute attribute : line.attributes()) {
            String name = attribute.name().text();
            int dot = name.indexOf('.');
            if (dot > 0 && (datasourceName.isEmpty() || datasourceName.get().equals(name.substring(0, dot)))) {
                List<String> arguments = new ArrayList<>();
                for (Argument argument : attribute.arguments().list()) {
                    if (argument.value().isPresent()) {
                        arguments.add(ExpressionText.of(argument.value().get()));
                    }
                }
                return Optional.of(new NativeType(name.substring(dot + 1), arguments, attribute.span()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ScalarField.Generated> generated(FieldDeclaration line) {
        Optional<Attribute> attribute = line.attribute("generated");
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> sql = attribute.get().arguments().mainString("expression");
        boolean stored = !(attribute.get().arguments().value("stored").orElse(null) instanceof Expression.Name name
                && name.text().equals("false"));
        return sql.isPresent() ? Optional.of(new ScalarField.Generated(sql.get(), stored)) : Optional.empty();
    }
}
