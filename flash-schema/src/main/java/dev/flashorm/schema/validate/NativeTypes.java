package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.syntax.Argument;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Takes `@db.VarChar(255)` apart; {@link NativeTypeRules} judges it. */
final class NativeTypes {
    private NativeTypes() {}

    static void read(ResolvedField field, Attribute attribute) {
        String name = attribute.name().text();
        int dot = name.indexOf('.');
        List<String> arguments = new ArrayList<>();
        for (Argument argument : attribute.arguments().list()) {
            arguments.add(argument.value()
                    .map(value -> value instanceof Expression.StringLiteral text
                            ? text.value()
                            : value.span().text())
                    .orElse(""));
        }
        field.setNativeType(new ResolvedField.NativeTypeUse(
                attribute,
                name.substring(0, dot),
                new NativeType(name.substring(dot + 1), arguments, attribute.span())));
    }
}
