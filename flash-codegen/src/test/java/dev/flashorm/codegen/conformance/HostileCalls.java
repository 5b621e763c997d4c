package dev.flashorm.codegen.conformance;

import dev.flashorm.codegen.conformance.TypeCases.Call;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every entry that takes a name or a value, with hostile ones. */
final class HostileCalls {
    private static final List<String> VALUES = List.of(
            "'; DROP TABLE \"order\"; --",
            "\" OR \"1\"=\"1",
            "` OR 1=1 #",
            "\\' OR 1=1; /*",
            "100%_!*?[a]{}",
            "$1 ? ?? :a @b %s {0}",
            "x\r\n\t\u001a\u0007x",
            "NULL",
            "é e\u0301 ﷽ 日本");
    private static final List<String> PATTERNS = List.of("contains", "startsWith", "endsWith");

    private final List<Call> calls = new ArrayList<>();
    private final ModelClient model;
    private final List<String> texts;

    private HostileCalls(ModelClient model) {
        this.model = model;
        this.texts = model.columns().stream()
                .filter(column -> column.type() == ValueType.STRING)
                .map(ColumnClient::name)
                .toList();
    }

    static List<Call> of(Client client) {
        List<Call> calls = new ArrayList<>();
        for (ModelClient model : client.models()) {
            HostileCalls hostile = new HostileCalls(model);
            hostile.everyColumn();
            if (model.relations().isEmpty()) {
                hostile.deleteAll();
            } else {
                hostile.related();
            }
            calls.addAll(hostile.calls);
        }
        return calls;
    }

    private void add(String method, Object arguments, @Nullable Object expected) {
        calls.add(new Call(model.name() + "." + method, arguments, expected));
    }

    private void everyColumn() {
        List<Object> drafts = new ArrayList<>();
        VALUES.forEach(value -> drafts.add(row(value)));
        // Other names are others in Java: each column is read on its own.
        String unique = model.keys().get(1).columns().get(0).name();
        List<Map<String, String>> rows =
                VALUES.stream().map(value -> Map.of(unique, value)).toList();
        add("createMany", drafts, rows);
        add("createMany", drafts, Map.of("error", "UniqueViolation"));
        add("createManySkippingDuplicates", drafts, 0);
        int number = 0;
        for (String column : texts) {
            String value = VALUES.get(number % VALUES.size());
            Map<String, Object> same = Map.of(column, Map.of("equals", value));
            add("findMany", Map.of("where", same, "select", Map.of(column, true)), List.of(Map.of(column, value)));
            add("count", Map.of("where", Map.of(column, Map.of("in", VALUES))), VALUES.size());
            add("count", Map.of("where", Map.of(column, Map.of("not", value))), VALUES.size() - 1);
            add("count", Map.of("where", Map.of(column, Map.of("notIn", VALUES))), 0);
            for (String pattern : PATTERNS) {
                add("count", Map.of("where", Map.of(column, Map.of(pattern, value))), 1);
                add("count", Map.of("where", Map.of(column, Map.of(pattern, value, "mode", "insensitive"))), 1);
            }
            add("findMany", Map.of("orderBy", List.of(Map.of(column, "desc")), "take", 0), List.of());
            add(
                    "groupBy",
                    Map.of("by", List.of(column), "where", same, "_count", true),
                    List.of(Map.of(column, value, "_count", 1)));
            add("updateMany", Map.of("where", same, "data", Map.of(column, value + "!")), 1);
            add("updateMany", Map.of("where", Map.of(column, value + "!"), "data", Map.of(column, value)), 1);
            number++;
        }
        for (String value : VALUES) {
            Map<String, String> row = Map.of(unique, value);
            add("findUnique", Map.of("where", row), row);
            add("upsert", Map.of("by", List.of(unique), "create", row(value), "update", Map.of()), row);
            add(
                    "findMany",
                    Map.of("orderBy", List.of(Map.of(unique, "asc")), "after", Map.of(unique, value), "take", 0),
                    List.of());
        }
        add(
                "deleteMany",
                Map.of("where", Map.of(unique, Map.of("in", VALUES.subList(1, VALUES.size())))),
                VALUES.size() - 1);
        add("copyIn", drafts.subList(1, drafts.size()), drafts.size() - 1);
        add("findMany", Map.of("orderBy", List.of(Map.of("id", "asc"))), rows);
    }

    private void deleteAll() {
        add("deleteAll", Map.of(), VALUES.size());
    }

    /** Self relation, many to many, and an enum of hostile values; only the first model has the first and the last. */
    private void related() {
        if (!model.name().equals("Object")) {
            return;
        }
        Map<String, @Nullable Object> child = row("child");
        Map<String, @Nullable Object> parent = row("parent");
        parent.put("objects", Map.of("create", List.of(child)));
        parent.put("queries", Map.of("create", List.of(Map.of("string", "q'"))));
        add("create", parent, Map.of());
        Map<String, Object> byChild = Map.of("objects", Map.of("some", Map.of("class", "child")));
        add(
                "findMany",
                Map.of("where", byChild, "include", Map.of("objects", true, "queries", true)),
                List.of(Map.of(
                        "objects", List.of(Map.of("value", "child")), "queries", List.of(Map.of("string", "q'")))));
        add(
                "findMany",
                Map.of("where", Map.of("class", "child"), "select", Map.of("object", Map.of("value", true))),
                List.of(Map.of("object", Map.of("value", "parent"))));
        calls.add(new Call("Query.deleteMany", Map.of("where", Map.of("string", "q'")), 1));
        for (String value : List.of("values", "valueOf", "name", "ordinal", "class", "int")) {
            add("updateMany", Map.of("where", Map.of("class", "child"), "data", Map.of("enum", value)), 1);
            add("count", Map.of("where", Map.of("enum", Map.of("equals", value), "class", "child")), 1);
        }
    }

    /** All texts the same, so that each column finds the row. */
    private Map<String, @Nullable Object> row(String value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        texts.forEach(column -> row.put(column, value));
        if (model.name().equals("Object")) {
            row.put("enum", "values");
        }
        return row;
    }
}
