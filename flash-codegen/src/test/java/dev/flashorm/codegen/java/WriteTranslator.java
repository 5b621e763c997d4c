package dev.flashorm.codegen.java;

import static dev.flashorm.codegen.java.CallTranslator.column;
import static dev.flashorm.codegen.java.CallTranslator.key;
import static dev.flashorm.codegen.java.CallTranslator.list;
import static dev.flashorm.codegen.java.CallTranslator.map;

import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Neutral calls that write, as the Java that a user would write. */
final class WriteTranslator {
    private final CallTranslator calls;

    WriteTranslator(CallTranslator calls) {
        this.calls = calls;
    }

    /** @param table the expression of the model's table */
    String expression(JavaModel model, String table, String method, @Nullable Object arguments) {
        if (method.endsWith("AsRead")) {
            return "dev.flashorm.codegen.conformance.Rows.done(() -> " + asRead(model, table, method, map(arguments))
                    + ")";
        }
        return table
                + switch (method) {
                    case "create" -> ".create(" + draft(model, map(arguments)) + ")";
                    case "createMany" -> ".createMany(" + drafts(model, arguments) + ")";
                    case "upsert" ->
                        ".upsert(" + draft(model, map(map(arguments).get("create"))) + upserted(model, arguments);
                    case "upsertMany" ->
                        ".upsertMany(" + drafts(model, map(arguments).get("create")) + upserted(model, arguments);
                    case "createManySkippingDuplicates" ->
                        ".createManySkippingDuplicates(" + drafts(model, arguments) + ")";
                    case "copyIn" -> ".copyIn(" + drafts(model, arguments) + ".stream())";
                    case "reload" -> ".reload(" + table + ".get(" + where(model, arguments) + "))";
                    case "save" -> ".save(" + row(model, map(arguments)) + ")";
                    case "update" ->
                        ".update(" + where(model, arguments) + ", "
                                + changes(model, map(map(arguments).get("data"))) + ")";
                    case "delete" -> ".delete(" + where(model, arguments) + ")";
                    case "updateAll" ->
                        ".updateAll(" + changes(model, map(map(arguments).get("data"))) + ")";
                    case "deleteAll" -> ".deleteAll()";
                    case "updateMany" ->
                        calls.where(model, map(arguments)) + ".updateMany("
                                + changes(model, map(map(arguments).get("data"))) + ")";
                    case "deleteMany" -> calls.where(model, map(arguments)) + ".deleteMany()";
                    default -> throw new IllegalArgumentException(method);
                };
    }

    /** `updateAsRead`, `deleteAsRead`: what gives nothing back, of a row as it was read. */
    private String asRead(JavaModel model, String table, String method, Map<String, Object> arguments) {
        String code = table
                + (method.equals("updateAsRead") ? ".update(" : ".delete(")
                + row(model, map(arguments.get("row")));
        return code + (arguments.containsKey("data") ? ", " + changes(model, map(arguments.get("data"))) : "") + ")";
    }

    /** The key by its fields, and the changes of a row that is there. */
    private String upserted(JavaModel model, @Nullable Object arguments) {
        return ", " + uniqueKey(model, list(map(arguments).get("by"))) + ", "
                + changes(model, map(map(arguments).get("update"))) + ")";
    }

    private static String where(JavaModel model, @Nullable Object arguments) {
        return key(model, map(map(arguments).get("where")));
    }

    /** A record of all columns; those that are not mentioned are null. */
    private String row(JavaModel model, Map<String, Object> data) {
        return "new " + model.row().canonicalName() + "("
                + model.columns().stream()
                        .map(column ->
                                calls.literal(column, data.get(column.column().name())))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String drafts(JavaModel model, @Nullable Object items) {
        return "java.util.List.<" + model.draft().simpleName() + ">of("
                + list(items).stream().map(item -> draft(model, map(item))).collect(Collectors.joining(", ")) + ")";
    }

    private String draft(JavaModel model, Map<String, Object> data) {
        StringBuilder code = new StringBuilder(model.draft().simpleName() + ".of(");
        // What a relation gives is left out, all of it.
        List<ColumnClient> attached = calls.attached(model);
        boolean isAttached = attached.stream().anyMatch(column -> !data.containsKey(column.name()));
        String separator = "";
        for (JavaColumn column : model.columns()) {
            if (isArgument(column, attached, isAttached)) {
                code.append(separator)
                        .append(calls.literal(column, data.get(column.column().name())));
                separator = ", ";
            }
        }
        code.append(")");
        data.forEach((name, value) -> {
            RelationClient relation = CallTranslator.relation(model, name);
            if (relation != null) {
                code.append(nested(calls.model(relation.target()), relation, map(value)));
                return;
            }
            JavaColumn column = column(model, name);
            if (!isArgument(column, attached, isAttached)) {
                code.append(".with" + word(column) + "(" + calls.literal(column, value) + ")");
            }
        });
        return code.toString();
    }

    private static boolean isArgument(JavaColumn column, List<ColumnClient> attached, boolean isAttached) {
        return column.column().isRequiredInDraft() && !(isAttached && attached.contains(column.column()));
    }

    /** `{"create": […], "connect": {…}, "connectOrCreate": {"by": […], "create": […]}}` of a draft. */
    private String nested(JavaModel target, RelationClient relation, Map<String, Object> writes) {
        StringBuilder code = new StringBuilder();
        String word = Character.toUpperCase(relation.name().charAt(0))
                + relation.name().substring(1);
        writes.forEach((method, value) -> {
            String prefix = method.equals("create") ? "with" : method;
            code.append("." + prefix + word + "(" + related(target, method, value) + ")");
        });
        return code.toString();
    }

    private String related(JavaModel target, String method, Object value) {
        return switch (method) {
            case "create" -> commas(target, value);
            case "connectOrCreate" ->
                uniqueKey(target, list(map(value).get("by"))) + ", "
                        + commas(target, map(value).get("create"));
            default -> value.equals(true) ? "" : calls.joined(target, map(value));
        };
    }

    private String commas(JavaModel target, @Nullable Object drafts) {
        return list(drafts).stream().map(item -> draft(target, map(item))).collect(Collectors.joining(", "));
    }

    private static String uniqueKey(JavaModel model, List<?> fields) {
        KeyClient key = model.model().keys().stream()
                .filter(candidate -> candidate.columns().stream()
                        .map(ColumnClient::name)
                        .toList()
                        .equals(fields))
                .findFirst()
                .orElseThrow();
        return model.columnsClass().simpleName() + "." + model.keys().get(key);
    }

    private static String word(JavaColumn column) {
        return Character.toUpperCase(column.name().charAt(0)) + column.name().substring(1);
    }

    private String changes(JavaModel model, Map<String, Object> data) {
        if (data.isEmpty()) {
            return "s -> {}";
        }
        StringBuilder code = new StringBuilder("s -> s");
        data.forEach((name, value) -> {
            RelationClient relation = CallTranslator.relation(model, name);
            if (relation != null) {
                JavaModel target = calls.model(relation.target());
                map(value)
                        .forEach((method, operand) -> code.append("." + relation.name() + "()." + method
                                + (operand.equals(true) ? "All" : "") + "(" + related(target, method, operand) + ")"));
                return;
            }
            JavaColumn column = column(model, name);
            if (value == null) {
                code.append("." + column.name() + "Null()");
            } else if (value instanceof Map<?, ?> operation
                    && column.column().type().isNumber()) {
                Map.Entry<?, ?> entry = operation.entrySet().iterator().next();
                code.append("." + column.name() + "()." + entry.getKey());
                code.append("(" + calls.literal(column, entry.getValue()) + ")");
            } else {
                code.append("." + column.name() + "(" + calls.literal(column, value) + ")");
            }
        });
        return code.toString();
    }
}
