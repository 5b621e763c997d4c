package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/** An enum, kept by the database's values. */
public record EnumClient(String name, List<Value> values, Optional<String> documentation) {
    public EnumClient {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param name as in the schema file
     * @param databaseValue what the database keeps
     */
    public record Value(String name, String databaseValue, Optional<String> documentation) {}
}
