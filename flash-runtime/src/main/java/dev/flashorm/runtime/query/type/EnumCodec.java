package dev.flashorm.runtime.query.type;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The constants of an enum by the value that the database keeps.
 *
 * @param <E> the enum
 */
public final class EnumCodec<E extends Enum<E>> {
    private final String name;
    private final Function<E, String> databaseValue;
    private final Map<String, E> constants;

    /** @param databaseValue what the database keeps for a constant; no two are the same */
    public EnumCodec(E[] values, Function<E, String> databaseValue) {
        this.name = values[0].getDeclaringClass().getSimpleName();
        this.databaseValue = databaseValue;
        this.constants = new HashMap<>(values.length * 2);
        for (E value : values) {
            constants.put(databaseValue.apply(value), value);
        }
    }

    public String format(E value) {
        return databaseValue.apply(value);
    }

    /** @throws IllegalStateException for a value that the schema does not know */
    public E parse(String text) {
        E value = constants.get(text);
        if (value == null) {
            throw new IllegalStateException("The database has the value '" + text + "', which the enum " + name
                    + " does not know: generate the code again from a schema that has it.");
        }
        return value;
    }
}
