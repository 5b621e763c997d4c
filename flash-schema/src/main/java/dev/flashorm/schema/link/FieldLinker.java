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
        return types.fieldType(written).map(type -> column(line, model, type, written.arity()));
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
                defaultAttribute.flatMap(attribute -> attribute.arguments().string("map")),
                line.attribute("updatedAt").isPresent(),
                generated(line),
                mainString(line, "renamedFrom"),
                line.documentation(),
                line.attribute("ignore").isPresent(),
                line.span());
    }

    /** Empty when the line has no type or one that nobody knows, or a model, which a composite type cannot hold. */
    Optional<CompositeType.Member> member(FieldDeclaration line) {
        return line.type()
                .flatMap(written -> types.fieldType(written)
                        .map(type -> new CompositeType.Member(
                                line.name().text(),
                                mapped(line),
                                type,
                                written.arity(),
                                nativeType(line),
                                defaultValue(line, type),
                                line.documentation(),
                                line.span())));
    }

    private static Optional<DefaultValue> defaultValue(FieldDeclaration line, FieldType type) {
        return line.attribute("default")
                .flatMap(attribute -> attribute.arguments().mainValue("value"))
                .flatMap(value -> DefaultLinker.link(value, type));
    }

    private static String mapped(FieldDeclaration line) {
        return mainString(line, "map").orElse(line.name().text());
    }

    private static Optional<String> mainString(FieldDeclaration line, String attributeName) {
        return line.attribute(attributeName)
                .flatMap(attribute -> attribute.arguments().mainString("name"));
    }

    private Optional<NativeType> nativeType(FieldDeclaration line) {
        for (Attribute attribute : line.attributes()) {
            String name = attribute.name().text();
            int dot = name.indexOf('.');
            if (dot > 0 && (datasourceName.isEmpty() || datasourceName.get().equals(name.substring(0, dot)))) {
                List<String> arguments = new ArrayList<>();
                for (Argument argument : attribute.arguments().list()) {
                    argument.value().ifPresent(value -> arguments.add(ExpressionText.of(value)));
                }
                return Optional.of(new NativeType(name.substring(dot + 1), arguments, attribute.span()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ScalarField.Generated> generated(FieldDeclaration line) {
        return line.attribute("generated")
                .flatMap(attribute -> attribute
                        .arguments()
                        .mainString("expression")
                        .map(sql -> new ScalarField.Generated(
                                sql, !isWord(attribute.arguments().value("stored"), "false"))));
    }

    private static boolean isWord(Optional<Expression> value, String word) {
        return value.orElse(null) instanceof Expression.Name name && name.text().equals(word);
    }
}
