package dev.flashorm.schema.link;

import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes default values of the argument of `@default`. */
final class DefaultLinker {
    private DefaultLinker() {}

    /** Empty when the value means nothing for this type; validation says why. */
    static Optional<DefaultValue> link(Expression value, FieldType type) {
        if (value instanceof Expression.StringLiteral literal) {
            return Optional.of(new DefaultValue.Literal(DefaultValue.Literal.Kind.STRING, literal.value()));
        }
        if (value instanceof Expression.NumberLiteral number) {
            return Optional.of(new DefaultValue.Literal(DefaultValue.Literal.Kind.NUMBER, number.text()));
        }
        if (value instanceof Expression.Name name) {
            return word(name.text(), type);
        }
        if (value instanceof Expression.Call call) {
            return Optional.of(new DefaultValue.Function(call.name().text(), arguments(call)));
        }
        if (value instanceof Expression.ArrayLiteral array) {
            List<DefaultValue> items = new ArrayList<>();
            for (Expression element : array.elements()) {
                Optional<DefaultValue> item = link(element, type);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                items.add(item.get());
            }
            return Optional.of(new DefaultValue.Items(items));
        }
        return Optional.empty();
    }

    private static Optional<DefaultValue> word(String word, FieldType type) {
        if (type instanceof EnumType enumType) {
            Optional<EnumType.Value> value = enumType.value(word);
            return value.isPresent() ? Optional.of(new DefaultValue.EnumValue(value.get())) : Optional.empty();
        }
        return word.equals("true") || word.equals("false")
                ? Optional.of(new DefaultValue.Literal(DefaultValue.Literal.Kind.BOOLEAN, word))
                : Optional.empty();
    }

    private static List<DefaultValue.Argument> arguments(Expression.Call call) {
        List<DefaultValue.Argument> arguments = new ArrayList<>();
        for (Argument argument : call.arguments().list()) {
            if (argument.value().isPresent()) {
                String name =
                        argument.name().isPresent() ? argument.name().get().text() : "";
                arguments.add(new DefaultValue.Argument(
                        name, ExpressionText.of(argument.value().get())));
            }
        }
        return arguments;
    }
}
