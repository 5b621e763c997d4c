package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/**
 * The type of a column.
 *
 * @param name in the dialect's spelling: `INTEGER`, `DOUBLE PRECISION`; of an enum, its type's name
 * @param arguments in parentheses; of MySQL's `ENUM` and `SET` the quoted values
 * @param modifier what follows the arguments, as MySQL's `UNSIGNED`; usually empty
 * @param array an array of it (PostgreSQL)
 * @param enumName the enum type that it names, where enums are types of their own
 */
public record ColumnType(
        String name, List<String> arguments, String modifier, boolean array, Optional<ObjectName> enumName) {
    public ColumnType {
        arguments = List.copyOf(arguments);
    }

    public static ColumnType of(String name, String... arguments) {
        return new ColumnType(name, List.of(arguments), "", false, Optional.empty());
    }

    public static ColumnType ofEnum(ObjectName type) {
        return new ColumnType(type.name(), List.of(), "", false, Optional.of(type));
    }

    public ColumnType asArray() {
        return new ColumnType(name, arguments, modifier, true, enumName);
    }

    /** The type of the items of an array. */
    public ColumnType element() {
        return new ColumnType(name, arguments, modifier, false, enumName);
    }

    public ColumnType withArguments(List<String> others) {
        return new ColumnType(name, others, modifier, array, enumName);
    }

    public ColumnType withModifier(String text) {
        return new ColumnType(name, arguments, text, array, enumName);
    }

    /** The argument at an index, as a number; `otherwise` when there is none. */
    public int argument(int index, int otherwise) {
        return index < arguments.size() ? Integer.parseInt(arguments.get(index).strip()) : otherwise;
    }

    @Override
    public String toString() {
        String text = enumName.map(ObjectName::toString).orElse(name);
        if (!arguments.isEmpty()) {
            text += "(" + String.join(",", arguments) + ")";
        }
        return text + (modifier.isEmpty() ? "" : " " + modifier) + (array ? "[]" : "");
    }
}
