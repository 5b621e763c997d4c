package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/** An enum type of its own (PostgreSQL); elsewhere an enum is a column's type. */
public record DatabaseEnum(ObjectName name, List<String> values, Optional<String> comment) {
    public DatabaseEnum {
        values = List.copyOf(values);
    }
}
