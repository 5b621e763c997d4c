package dev.flashorm.codegen.conformance;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The neutral cases for a database that numbers nothing: a new record whose key is a number gets the next one here, as
 * the other databases give it. Fields that the schema of MongoDB lacks fall out of new records and expectations.
 */
final class MongodbCases {
    /** Calls whose arguments are new records and nothing else. */
    static final Set<String> NEW = Set.of("create", "createMany", "createManySkippingDuplicates", "copyIn");

    private final Client client;
    private final Map<String, Integer> numbers = new TreeMap<>();

    MongodbCases(Client client) {
        this.client = client;
    }

    /** What the next new records count from: those of the seed. */
    MongodbCases from(Map<String, Integer> seeded) {
        numbers.clear();
        numbers.putAll(seeded);
        return this;
    }

    Map<String, Integer> numbers() {
        return Map.copyOf(numbers);
    }

    /** A call with its arguments and expectation, in the terms of MongoDB's schema. */
    List<@Nullable Object> adapted(List<?> step) {
        List<@Nullable Object> adapted = new ArrayList<>(step);
        String call = (String) step.get(0);
        if (call.equals("transaction")) {
            adapted.set(
                    1,
                    ((List<?>) step.get(1))
                            .stream().map(inner -> adapted((List<?>) inner)).toList());
            return adapted;
        }
        if (call.equals("savepoint")) {
            return adapted;
        }
        ModelClient model = client.model(call.substring(0, call.indexOf('.')));
        Object arguments = step.get(1);
        if (NEW.contains(call.substring(call.indexOf('.') + 1))) {
            adapted.set(1, created(model, arguments));
        } else if (arguments instanceof Map<?, ?> map && map.containsKey("create")) {
            Map<Object, Object> upsert = new LinkedHashMap<>(map);
            upsert.put("create", created(model, Objects.requireNonNull(map.get("create"))));
            upsert.put("update", written(model, Objects.requireNonNull(map.get("update"))));
            adapted.set(1, upsert);
        } else if (arguments instanceof Map<?, ?> map && map.containsKey("data")) {
            Map<Object, Object> changed = new LinkedHashMap<>(map);
            changed.put("data", written(model, Objects.requireNonNull(map.get("data"))));
            adapted.set(1, changed);
        }
        if (step.size() > 2) {
            adapted.set(2, expected(model, step.get(2)));
        }
        return adapted;
    }

    private Object created(ModelClient model, Object data) {
        return data instanceof List<?> many
                ? many.stream().map(item -> created(model, item)).toList()
                : written(model, numbered(model, data));
    }

    /** Known fields, and the new records among the related ones with their numbers. */
    private Object written(ModelClient model, Object data) {
        Map<Object, @Nullable Object> written = new LinkedHashMap<>(known(model, data));
        model.relations().stream()
                .filter(relation -> written.get(relation.name()) instanceof Map<?, ?>)
                .forEach(relation -> written.computeIfPresent(
                        relation.name(),
                        (name, related) -> related(client.model(relation.target()), (Map<?, ?>) related)));
        return written;
    }

    private Object related(ModelClient target, Map<?, ?> writes) {
        Map<Object, @Nullable Object> related = new LinkedHashMap<>(writes);
        if (writes.get("create") instanceof List<?> records) {
            related.put("create", created(target, records));
        }
        if (writes.get("connectOrCreate") instanceof Map<?, ?> either) {
            related.put("connectOrCreate", related(target, either));
        }
        return related;
    }

    private @Nullable Object expected(ModelClient model, @Nullable Object value) {
        if (value instanceof List<?> rows) {
            return rows.stream().map(row -> expected(model, row)).toList();
        }
        return value instanceof Map<?, ?> row && !row.containsKey("error") ? known(model, value) : value;
    }

    /** Without the fields that only the other databases have. */
    private static Map<Object, @Nullable Object> known(ModelClient model, Object data) {
        Map<Object, @Nullable Object> known = new LinkedHashMap<>();
        ((Map<?, ?>) data).forEach((name, value) -> {
            boolean isColumn =
                    model.columns().stream().anyMatch(column -> column.name().equals(name));
            boolean isRelation = model.relations().stream()
                    .anyMatch(relation -> relation.name().equals(name));
            // What begins so is an aggregate.
            if (isColumn || isRelation || String.valueOf(name).startsWith("_")) {
                known.put(name, value);
            }
        });
        return known;
    }

    private Object numbered(ModelClient model, Object data) {
        Optional<ColumnClient> number = model.primaryKey()
                .filter(key -> key.columns().size() == 1 && key.columns().get(0).type() == ValueType.INT)
                .map(key -> key.columns().get(0));
        Map<?, ?> given = (Map<?, ?>) data;
        if (number.isEmpty()) {
            return data;
        }
        String name = number.get().name();
        if (given.containsKey(name)) {
            numbers.merge(model.name(), ((Number) given.get(name)).intValue(), Math::max);
            return data;
        }
        Map<Object, @Nullable Object> numbered = new LinkedHashMap<>();
        numbered.put(name, numbers.merge(model.name(), 1, Integer::sum));
        numbered.putAll(given);
        return numbered;
    }
}
