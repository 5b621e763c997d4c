package dev.flashorm.codegen.build;

import dev.flashorm.codegen.ir.DefaultClient;
import dev.flashorm.codegen.ir.DefaultClient.Maker;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;

/** What `@default(…)` and `@updatedAt` mean for a new row. */
final class DefaultClients {
    private static final int NANOID_LENGTH = 21;

    private DefaultClients() {}

    static DefaultClient of(ScalarField field) {
        if (field.defaultValue().isPresent()) {
            return of(field.defaultValue().get());
        }
        if (field.version()) {
            return new DefaultClient.Literal("0");
        }
        return field.updatedAt() ? new DefaultClient.Made(Maker.NOW, 0) : new DefaultClient.None();
    }

    private static DefaultClient of(DefaultValue value) {
        if (value instanceof DefaultValue.Function function) {
            return function(function);
        }
        if (value instanceof DefaultValue.Items list) {
            List<DefaultClient.Literal> items = new ArrayList<>();
            for (DefaultValue item : list.items()) {
                items.add(new DefaultClient.Literal(text(item)));
            }
            return new DefaultClient.Items(items);
        }
        return new DefaultClient.Literal(text(value));
    }

    private static String text(DefaultValue value) {
        if (value instanceof DefaultValue.EnumValue constant) {
            return constant.value().name();
        }
        if (value instanceof DefaultValue.Literal literal) {
            return literal.text();
        }
        throw new IllegalArgumentException("not a value: " + value);
    }

    private static DefaultClient function(DefaultValue.Function function) {
        return switch (function.name()) {
            case "now" -> new DefaultClient.Made(Maker.NOW, 0);
            case "uuid" ->
                new DefaultClient.Made(function.firstArgument("4").equals("7") ? Maker.UUID7 : Maker.UUID4, 0);
            case "cuid" ->
                new DefaultClient.Made(function.firstArgument("1").equals("2") ? Maker.CUID2 : Maker.CUID, 0);
            case "ulid" -> new DefaultClient.Made(Maker.ULID, 0);
            case "nanoid" -> new DefaultClient.Made(Maker.NANOID, nanoidLength(function));
            case "auto" -> new DefaultClient.Made(Maker.OBJECT_ID, 0);
            case "autoincrement" -> new DefaultClient.Database(true);
            default -> new DefaultClient.Database(false);
        };
    }

    private static int nanoidLength(DefaultValue.Function function) {
        return function.arguments().isEmpty() ? NANOID_LENGTH : Integer.parseInt(function.firstArgument(""));
    }
}
