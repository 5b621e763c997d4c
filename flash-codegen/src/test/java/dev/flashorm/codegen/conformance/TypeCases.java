package dev.flashorm.codegen.conformance;

import dev.flashorm.testing.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is tried with one type of column: each value alone and all of them at once, required, optional, as an element of
 * a list, in a condition, in a change.
 *
 * @param type as a schema has it: `Int @db.SmallInt`
 * @param isApart whether these are values that not every language can hold
 * @param tables the statements that make its table, none without SQL
 * @param values pairs of what goes in and what comes back
 * @param refused pairs of a value and the error
 * @param isFound whether a condition finds a value; not where the column keeps less than its Java type does
 */
record TypeCases(
        String name,
        String type,
        boolean isApart,
        List<String> tables,
        List<Trip> values,
        List<Trip> refused,
        boolean isFound,
        boolean hasLists) {
    /** In and out. */
    record Trip(@Nullable Object in, @Nullable Object out) {}

    /** A call in the neutral form. */
    record Call(String call, Object arguments, @Nullable Object expected) {}

    static TypeCases of(String name, DatabaseName database, Map<?, ?> data) {
        String type = (String) Objects.requireNonNull(data.get("type"));
        boolean hasLists = Boolean.TRUE.equals(data.get("lists"));
        List<String> tables = new ArrayList<>();
        if (data.get("sql") instanceof String sql) {
            if (data.get("setup") instanceof String setup) {
                tables.add(setup);
            }
            String lists = hasLists ? ", l " + sql + "[]" : "";
            tables.add("CREATE TABLE " + name.toLowerCase(java.util.Locale.ROOT)
                    + " (id INTEGER NOT NULL PRIMARY KEY, v " + sql + " NOT NULL, n " + sql + lists + ")");
        }
        List<Trip> values = new ArrayList<>();
        for (Object value : items(data, "values")) {
            values.add(new Trip(value, value));
        }
        for (Object pair : items(data, "becomes")) {
            values.add(new Trip(((List<?>) pair).get(0), ((List<?>) pair).get(1)));
        }
        List<Trip> refused = new ArrayList<>();
        for (Object pair : items(data, "refused")) {
            refused.add(new Trip(((List<?>) pair).get(0), Map.of("error", ((List<?>) pair).get(1))));
        }
        boolean isApart = Boolean.TRUE.equals(data.get("apart"));
        return new TypeCases(
                name, type, isApart, tables, values, refused, !Boolean.FALSE.equals(data.get("found")), hasLists);
    }

    private static List<?> items(Map<?, ?> data, String name) {
        return data.get(name) instanceof List<?> items ? items : List.of();
    }

    /** `{"repeat": "x", "times": 1000}` is a text that no file should hold. */
    static @Nullable Object expanded(@Nullable Object value) {
        if (value instanceof List<?> items) {
            List<@Nullable Object> expanded = new ArrayList<>();
            items.forEach(item -> expanded.add(expanded(item)));
            return expanded;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("repeat") instanceof String part) {
            return part.repeat(((Number) Objects.requireNonNull(map.get("times"))).intValue());
        }
        Map<Object, @Nullable Object> expanded = new LinkedHashMap<>();
        map.forEach((name, member) -> expanded.put(name, expanded(member)));
        return expanded;
    }

    String model() {
        String scalar = type.split(" ", -1)[0];
        String attributes = type.substring(scalar.length());
        return "model " + name + " {\n  id Int @id" + (tables.isEmpty() ? " @map(\"_id\")" : "") + "\n  v " + type
                + "\n  n " + scalar + "?" + attributes + "\n"
                + (hasLists ? "  l " + scalar + "[]" + attributes + "\n" : "")
                + "  @@map(\"" + name.toLowerCase(java.util.Locale.ROOT) + "\")\n}\n";
    }

    /** Cases by their titles. */
    Map<String, List<Call>> cases() {
        Map<String, List<Call>> cases = new LinkedHashMap<>();
        int id = 1;
        for (Trip value : values) {
            cases.put(title(id, value), alone(id++, value));
        }
        if (!values.isEmpty()) {
            cases.put(title("many"), together(1000));
        }
        for (Trip value : refused) {
            Map<String, @Nullable Object> draft = draft(id, value.in(), value.in());
            cases.put(
                    title(id, value) + " is refused",
                    List.of(
                            new Call(name + ".create", draft, value.out()),
                            new Call(name + ".createMany", List.of(draft), value.out()),
                            new Call(name + ".count", Map.of("where", Map.of("id", id)), 0)));
            id++;
        }
        return cases;
    }

    private String title(int number, Trip value) {
        String text = String.valueOf(value.in());
        return title(number + ": " + (text.length() > 40 ? text.substring(0, 40) + "…" : text));
    }

    private String title(String what) {
        return type + (isApart ? ", apart, " : ", ") + what;
    }

    private List<Call> alone(int id, Trip value) {
        Map<String, Object> where = Map.of("where", Map.of("id", id));
        Map<String, @Nullable Object> row = draft(id, value.out(), value.out());
        List<Call> calls = new ArrayList<>();
        calls.add(new Call(name + ".create", draft(id, value.in(), value.in()), row));
        calls.add(new Call(name + ".findUnique", where, row));
        if (isFound) {
            boolean isKept = Objects.equals(value.in(), value.out());
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("id", id);
            found.put("v", Map.of("equals", Objects.requireNonNull(isKept ? value.in() : value.out())));
            calls.add(new Call(name + ".count", Map.of("where", found), 1));
        }
        Map<String, @Nullable Object> none = new LinkedHashMap<>();
        none.put("n", null);
        calls.add(new Call(name + ".update", Map.of("where", Map.of("id", id), "data", none), true));
        calls.add(new Call(name + ".count", Map.of("where", sameAndNull(id)), 1));
        calls.add(new Call(
                name + ".update",
                Map.of("where", Map.of("id", id), "data", Map.of("n", Objects.requireNonNull(value.in()))),
                true));
        calls.add(new Call(name + ".findUnique", where, row));
        return calls;
    }

    private static Map<String, @Nullable Object> sameAndNull(int id) {
        Map<String, @Nullable Object> where = new LinkedHashMap<>();
        where.put("id", id);
        where.put("n", null);
        return where;
    }

    /** In one statement, or by the fastest way that there is; each other value without its optional twin. */
    private List<Call> together(int from) {
        List<Object> drafts = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        int id = from;
        for (Trip value : values) {
            boolean isNull = id % 2 == 0;
            drafts.add(draft(id, value.in(), isNull ? null : value.in()));
            rows.add(draft(id, value.out(), isNull ? null : value.out()));
            id++;
        }
        return List.of(
                new Call(name + ".createMany", drafts, rows),
                new Call(
                        name + ".findMany",
                        Map.of("where", Map.of("id", Map.of("gte", from)), "orderBy", List.of(Map.of("id", "asc"))),
                        rows));
    }

    private Map<String, @Nullable Object> draft(int id, @Nullable Object required, @Nullable Object optional) {
        Map<String, @Nullable Object> draft = new LinkedHashMap<>();
        draft.put("id", id);
        draft.put("v", required);
        draft.put("n", optional);
        if (hasLists) {
            draft.put("l", optional == null ? List.of() : List.of(optional, optional));
        }
        return draft;
    }
}
