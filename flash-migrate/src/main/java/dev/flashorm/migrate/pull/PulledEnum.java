package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.schema.model.EnumType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An `enum` block.
 *
 * @param values names by database names, in order
 * @param databaseName where it is another than the name
 * @param schema `@@schema`, where schemas are named
 */
record PulledEnum(String name, Map<String, String> values, Optional<String> databaseName, Optional<String> schema) {
    /** The language has no enum without values, and no name for the empty value. */
    static boolean canBeSaid(DatabaseEnum type) {
        return !type.values().isEmpty() && !type.values().contains("");
    }

    static PulledEnum of(
            String name, List<String> databaseValues, Optional<String> databaseName, Optional<String> schema) {
        Identifiers identifiers = new Identifiers();
        Map<String, String> values = new LinkedHashMap<>();
        databaseValues.forEach(value -> values.put(value, identifiers.member(value)));
        return new PulledEnum(name, values, databaseName, schema);
    }

    /** With the names that the values of a known enum have. */
    static PulledEnum known(
            EnumType type, List<String> databaseValues, Optional<String> databaseName, Optional<String> schema) {
        Identifiers identifiers = new Identifiers();
        Map<String, String> known = new HashMap<>();
        type.values().forEach(value -> {
            if (databaseValues.contains(value.databaseName())) {
                known.put(value.databaseName(), value.name());
                identifiers.take(value.name());
            }
        });
        Map<String, String> values = new LinkedHashMap<>();
        for (String value : databaseValues) {
            String name = known.get(value);
            values.put(value, name == null ? identifiers.member(value) : name);
        }
        return new PulledEnum(type.name(), values, databaseName, schema);
    }

    void print(StringBuilder out) {
        out.append("enum ").append(name).append(" {\n");
        values.forEach((databaseValue, value) -> {
            out.append("  ").append(value);
            if (!value.equals(databaseValue)) {
                out.append(" @map(").append(SchemaString.quote(databaseValue)).append(')');
            }
            out.append('\n');
        });
        if (databaseName.isPresent() || schema.isPresent()) {
            out.append('\n');
        }
        databaseName.ifPresent(
                text -> out.append("  @@map(").append(SchemaString.quote(text)).append(")\n"));
        schema.ifPresent(text ->
                out.append("  @@schema(").append(SchemaString.quote(text)).append(")\n"));
        out.append("}\n");
    }
}
