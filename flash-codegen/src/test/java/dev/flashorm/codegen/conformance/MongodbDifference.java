package dev.flashorm.codegen.conformance;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ModelClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What MongoDB cannot do, or not the way it runs in this test. A case that asks for it is left out, by what it asks and
 * not by its name; `docs/mongodb.md` has a line for each.
 */
enum MongodbDifference {
    FOREIGN_KEYS("foreign keys"),
    REFERENTIAL_ACTIONS("deletes don't cascade"),
    KEYS_OF_COLUMNS("primary keys of several columns"),
    DECIMAL("`Decimal`"),
    SELECT("`select`, `groupBy` and aggregates"),
    ORDER_BY_RELATION("orders and conditions by what relations add"),
    LOCKS("row locks"),
    SQL("statements of one's own"),
    SAVEPOINTS("savepoints"),
    TRANSACTIONS("transactions without a replica set"),
    JSON_PARTS("parts of `Json` values"),
    ARITHMETIC("`divide`, and arithmetic with a number that is not there"),
    NESTED_WRITES("nested writes"),
    DOLLAR_NAMES("members of `Json` that begin with a dollar sign");

    private static final List<String> CALLS_OF_SELECT = List.of("aggregate", "groupBy", "select");

    private static final List<String> NESTED =
            List.of("create", "connect", "connectOrCreate", "disconnect", "set", "delete");

    private final String title;

    MongodbDifference(String title) {
        this.title = title;
    }

    /** As the page has it. */
    String title() {
        return title;
    }

    /**
     * The first reason to leave a step out, if there is one.
     *
     * @param transactions whether this server has them
     */
    static Optional<MongodbDifference> of(
            Client client, String call, Object arguments, @Nullable Object expected, boolean transactions) {
        if (call.equals("sql")) {
            return Optional.of(SQL);
        }
        if (call.equals("transaction") && mentions(arguments, "lock")) {
            return Optional.of(LOCKS);
        }
        if (call.equals("transaction")) {
            return mentions(arguments, "savepoint")
                    ? Optional.of(SAVEPOINTS)
                    : transactions ? Optional.empty() : Optional.of(TRANSACTIONS);
        }
        ModelClient model = client.model(call.substring(0, call.indexOf('.')));
        String method = call.substring(call.indexOf('.') + 1);
        // It falls out of a new record, whose other fields may be what a case is about.
        Object asked = MongodbCases.NEW.contains(method) ? expected : arguments;
        if (mentions(asked, "decimal") || mentions(asked, "decimalN")) {
            return Optional.of(DECIMAL);
        }
        if (isError(expected, "ForeignKeyViolation")) {
            return Optional.of(method.equals("delete") ? REFERENTIAL_ACTIONS : FOREIGN_KEYS);
        }
        if (method.equals("upsertMany") && expected instanceof Map<?, ?> && !transactions) {
            return Optional.of(TRANSACTIONS);
        }
        if (method.equals("copyIn") && !transactions) {
            return Optional.of(TRANSACTIONS);
        }
        if (method.equals("create") && mentions(arguments, "$")) {
            return Optional.of(DOLLAR_NAMES);
        }
        if (CALLS_OF_SELECT.contains(method) || has(arguments, "select") || has(arguments, "distinct")) {
            return Optional.of(SELECT);
        }
        if (has(arguments, "lock")) {
            return Optional.of(LOCKS);
        }
        if (List.of("update", "delete", "get").contains(method)
                && !key(arguments).equals(names(model))) {
            return Optional.of(KEYS_OF_COLUMNS);
        }
        if (mentions(arguments, "_count") || isByRelation(arguments)) {
            return Optional.of(ORDER_BY_RELATION);
        }
        if (isError(expected, "NotNullViolation")) {
            // Only a draft for a relation to complete lacks what it must have.
            return Optional.of(NESTED_WRITES);
        }
        if (NESTED.stream().anyMatch(name -> mentions(written(arguments), name))) {
            // What is written before the failure stays.
            boolean fails = isError(expected, "UniqueViolation")
                    || (method.equals("update") && isError(expected, "RecordNotFoundException"));
            return Optional.of(fails && !transactions ? TRANSACTIONS : NESTED_WRITES);
        }
        if (mentions(arguments, "path") || mentions(arguments, "hasKey") || mentions(arguments, "json_contains")) {
            return Optional.of(JSON_PARTS);
        }
        if (mentions(arguments, "divide")) {
            return Optional.of(ARITHMETIC);
        }
        return Optional.empty();
    }

    private static boolean isError(@Nullable Object expected, String name) {
        return expected instanceof Map<?, ?> outcome && name.equals(outcome.get("error"));
    }

    /** The values of a write, without the names under which calls have them. */
    private static List<?> written(Object arguments) {
        if (!(arguments instanceof Map<?, ?> map)) {
            return List.of(arguments);
        }
        return map.containsKey("data") || map.containsKey("by") ? List.copyOf(map.values()) : List.of(map);
    }

    private static List<String> names(ModelClient model) {
        return model.primaryKey().orElseThrow().columns().stream()
                .map(column -> column.name())
                .toList();
    }

    private static List<String> key(Object arguments) {
        return arguments instanceof Map<?, ?> map && map.get("where") instanceof Map<?, ?> where
                ? where.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean isByRelation(Object arguments) {
        return arguments instanceof Map<?, ?> map
                && map.get("orderBy") instanceof List<?> orders
                && orders.stream()
                        .anyMatch(order -> order instanceof Map<?, ?> by
                                && by.values().stream().anyMatch(Map.class::isInstance));
    }

    private static boolean has(Object arguments, String name) {
        return arguments instanceof Map<?, ?> map && map.containsKey(name);
    }

    /** Whether a name is a member, or a text an element, anywhere in a value. */
    private static boolean mentions(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(name) || map.values().stream().anyMatch(item -> mentions(item, name));
        }
        return value instanceof List<?> list
                && list.stream().anyMatch(item -> name.equals(item) || mentions(item, name));
    }
}
