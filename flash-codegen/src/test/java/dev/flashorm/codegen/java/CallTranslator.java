package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.runtime.query.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Neutral calls, in the shapes of Prisma Client's arguments, as the Java that a user would write. */
public final class CallTranslator {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("equals", "eq"),
            Map.entry("not", "ne"),
            Map.entry("in", "in"),
            Map.entry("notIn", "notIn"),
            Map.entry("lt", "lt"),
            Map.entry("lte", "lte"),
            Map.entry("gt", "gt"),
            Map.entry("gte", "gte"),
            Map.entry("between", "between"),
            Map.entry("like", "like"),
            Map.entry("contains", "contains"),
            Map.entry("startsWith", "startsWith"),
            Map.entry("endsWith", "endsWith"),
            Map.entry("has", "has"),
            Map.entry("hasEvery", "hasEvery"),
            Map.entry("hasSome", "hasSome"));

    private final Client client;
    private final JavaClient java;
    private final WriteTranslator writes = new WriteTranslator(this);
    private final ExpressionTranslator expressions = new ExpressionTranslator(this);

    public CallTranslator(Client client) {
        this.client = client;
        this.java = new JavaClient(client, JavaSettings.DEFAULT);
    }

    static boolean isOperator(String name) {
        return OPERATORS.containsKey(name);
    }

    static String operator(String name) {
        return Objects.requireNonNull(OPERATORS.get(name), name);
    }

    /** Required columns that a relation may give. */
    List<ColumnClient> attached(JavaModel model) {
        return new RelatedEmitter(java, model).attached();
    }

    JavaModel model(String name) {
        return java.model(name);
    }

    /** An expression on {@code db}; for transactions a block of them. */
    public String expression(String call, @Nullable Object arguments) {
        if (call.equals("transaction")) {
            return "db.transaction(tx -> {\n" + block("tx", list(arguments)) + "return null;\n})";
        }
        return expression("db", call, arguments);
    }

    private String block(String db, List<?> calls) {
        StringBuilder code = new StringBuilder();
        for (Object item : calls) {
            List<?> call = list(item);
            if (call.get(0).equals("savepoint")) {
                code.append("try {\n").append(db).append(".runTransaction(inner -> {\n");
                code.append(block("inner", list(call.get(1))));
                code.append(
                        "});\n} catch (dev.flashorm.runtime.FlashException expected) {\nexpected.getMessage();\n}\n");
            } else {
                code.append(expression(db, (String) call.get(0), call.get(1))).append(";\n");
            }
        }
        return code.toString();
    }

    private String expression(String db, String call, @Nullable Object arguments) {
        if (call.equals("sql")) {
            return SqlTranslator.translate(this, db, map(arguments));
        }
        String[] parts = call.split("\\.", -1);
        JavaModel model = java.model(parts[0]);
        String table = db + "." + model.accessor() + "()";
        return switch (parts[1]) {
            case "findUnique" -> table + finder(model, map(arguments)) + ".orElse(null)";
            case "get" -> table + ".get(" + key(model, map(map(arguments).get("where"))) + ")";
            case "findMany" -> table + query(model, map(arguments)) + ".list()";
            case "stream" -> {
                String rows = table + query(model, map(arguments));
                yield "dev.flashorm.codegen.conformance.Rows.collected("
                        + map(arguments).get("fetchSize") + ", (size, action) -> " + rows
                        + ".forEach(size, action::accept))";
            }
            case "findFirst" -> table + query(model, map(arguments)) + ".first().orElse(null)";
            case "aggregate" -> table + expressions.aggregate(model, map(arguments));
            case "groupBy" -> table + expressions.groupBy(model, map(arguments));
            case "one", "count", "exists" -> table + query(model, map(arguments)) + "." + parts[1] + "()";
            default -> writes.expression(model, table, parts[1], arguments);
        };
    }

    private String query(JavaModel model, Map<String, Object> arguments) {
        String code = rows(model, arguments);
        if (arguments.containsKey("select")) {
            return code + expressions.select(model, arguments);
        }
        return arguments.containsKey("include") ? code + include(model, map(arguments.get("include"))) : code;
    }

    /** Which rows: condition, order and page. */
    String rows(JavaModel model, Map<String, Object> arguments) {
        return (arguments.containsKey("where") ? where(model, arguments) : "") + page(model, arguments);
    }

    String where(JavaModel model, Map<String, Object> arguments) {
        return ".where(" + String.join(", ", conditions(model, map(arguments.get("where")))) + ")";
    }

    String page(JavaModel model, Map<String, Object> arguments) {
        StringBuilder code = new StringBuilder();
        if (arguments.containsKey("orderBy")) {
            code.append(".orderBy(");
            code.append(list(arguments.get("orderBy")).stream()
                    .map(item -> expressions.order(model, map(item)))
                    .collect(Collectors.joining(", ")));
            code.append(")");
        }
        for (String place : List.of("after", "before")) {
            if (arguments.containsKey(place)) {
                code.append(".")
                        .append(place)
                        .append("(db.")
                        .append(model.accessor())
                        .append("()");
                code.append(finder(model, Map.of("where", map(arguments.get(place)))))
                        .append(".orElseThrow())");
            }
        }
        if (arguments.containsKey("skip")) {
            code.append(".skip(").append(arguments.get("skip")).append(")");
        }
        if (arguments.containsKey("take")) {
            code.append(".take(").append(arguments.get("take")).append(")");
        }
        if (arguments.containsKey("lock")) {
            // "update", "share", "update skipLocked", "share noWait"
            String[] words = ((String) arguments.get("lock")).split(" ", -1);
            code.append(words[0].equals("update") ? ".forUpdate()" : ".forShare()");
            code.append(words.length > 1 ? "." + words[1] + "()" : "");
        }
        return code.toString();
    }

    private List<String> conditions(JavaModel model, Map<String, Object> where) {
        List<String> conditions = new ArrayList<>();
        where.forEach((name, value) -> {
            if (name.equals("AND") || name.equals("OR")) {
                conditions.add("dev.flashorm.runtime.query.Condition." + name.toLowerCase(Locale.ROOT) + "("
                        + list(value).stream()
                                .map(item -> joined(model, map(item)))
                                .collect(Collectors.joining(", "))
                        + ")");
            } else if (name.equals("NOT")) {
                list(value)
                        .forEach(item -> conditions.add(
                                "dev.flashorm.runtime.query.Condition.not(" + joined(model, map(item)) + ")"));
            } else if (name.startsWith("_")) {
                conditions.addAll(expressions.conditions(model, Map.of(name, map(value))));
            } else if (relation(model, name) != null) {
                conditions.add(relationCondition(model, name, map(value)));
            } else {
                conditions.addAll(columnConditions(model, name, value));
            }
        });
        return conditions;
    }

    String joined(JavaModel model, Map<String, Object> where) {
        List<String> parts = conditions(model, where);
        return parts.size() == 1
                ? parts.get(0)
                : "dev.flashorm.runtime.query.Condition.<" + model.row().canonicalName() + ">and("
                        + String.join(", ", parts) + ")";
    }

    private String relationCondition(JavaModel model, String name, Map<String, Object> value) {
        RelationClient relation = Objects.requireNonNull(relation(model, name));
        Map.Entry<String, Object> entry = value.entrySet().iterator().next();
        return model.columnsClass().simpleName() + "." + model.relations().get(relation) + "." + entry.getKey() + "("
                + joined(java.model(relation.target()), map(entry.getValue())) + ")";
    }

    private List<String> columnConditions(JavaModel model, String name, @Nullable Object value) {
        String constant = constant(model, name);
        JavaColumn column = column(model, name);
        if (value == null) {
            return List.of(constant + ".isNull()");
        }
        if (!(value instanceof Map<?, ?> operators)) {
            return List.of(constant + ".eq(" + literal(column, value) + ")");
        }
        if (column.column().type() == ValueType.JSON && JsonTranslator.isPart(map(value))) {
            return JsonTranslator.conditions(constant, map(value));
        }
        List<String> conditions = new ArrayList<>();
        operators.forEach((operator, operand) -> {
            if (operator.equals("mode")) {
                return;
            }
            String suffix = operators.containsKey("mode") ? "IgnoreCase" : "";
            if (operand == null) {
                conditions.add(constant + ".isNotNull()");
            } else if (operator.equals("isEmpty")) {
                conditions.add(constant + ".isEmpty()");
            } else if (operator.equals("in")
                    || operator.equals("notIn")
                    || (((String) operator).length() > 3 && ((String) operator).startsWith("has"))) {
                conditions.add(
                        constant + "." + OPERATORS.get(operator) + "(" + listLiteral(column, list(operand)) + ")");
            } else if (operator.equals("between")) {
                conditions.add(
                        constant + ".between(" + literal(column, list(operand).get(0)) + ", "
                                + literal(column, list(operand).get(1)) + ")");
            } else {
                conditions.add(
                        constant + "." + OPERATORS.get(operator) + suffix + "(" + literal(column, operand) + ")");
            }
        });
        return conditions;
    }

    private String listLiteral(JavaColumn column, List<?> values) {
        String type = column.enumClass()
                .map(name -> name.canonicalName())
                .orElseGet(() -> column.boxed().toString());
        return "java.util.List.<" + type + ">of("
                + values.stream()
                        .map(value -> value(column, value, enumConstants(column)))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private String include(JavaModel model, Map<String, Object> include) {
        StringBuilder relations = new StringBuilder();
        StringBuilder parameters = new StringBuilder("row");
        StringBuilder rows = new StringBuilder("dev.flashorm.codegen.conformance.Rows.of(row");
        int index = 1;
        for (Map.Entry<String, Object> entry : include.entrySet()) {
            relations.append(loaded(model, entry.getKey(), entry.getValue())).append(", ");
            parameters.append(", v").append(index);
            rows.append(", \"").append(entry.getKey()).append("\", v").append(index++);
        }
        return ".with(" + relations + "(" + parameters + ") -> " + rows + "))";
    }

    private String loaded(JavaModel model, String name, Object how) {
        RelationClient relation = Objects.requireNonNull(relation(model, name));
        String code =
                model.columnsClass().simpleName() + "." + model.relations().get(relation);
        return how instanceof Map<?, ?> arguments ? code + query(java.model(relation.target()), map(arguments)) : code;
    }

    private static String finder(JavaModel model, Map<String, Object> arguments) {
        Map<String, Object> where = map(arguments.get("where"));
        KeyClient key = model.model().keys().stream()
                .filter(candidate -> arguments.containsKey("key")
                        ? candidate.clientName().equals(Optional.of((String) arguments.get("key")))
                        : candidate.columns().stream().allMatch(column -> where.containsKey(column.name())))
                .findFirst()
                .orElseThrow();
        return ".findBy" + model.keyName(key) + "("
                + key.columns().stream()
                        .map(column -> literalOf(model, column.name(), where.get(column.name())))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    static String key(JavaModel model, Map<String, Object> where) {
        return model.model().primaryKey().orElseThrow().columns().stream()
                .map(column -> literalOf(model, column.name(), where.get(column.name())))
                .collect(Collectors.joining(", "));
    }

    private static String literalOf(JavaModel model, String name, @Nullable Object value) {
        JavaColumn column = column(model, name);
        return value(column, Objects.requireNonNull(value), Map.of());
    }

    String literal(JavaColumn column, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (column.column().isList() && value instanceof List<?> items) {
            return listLiteral(column, items);
        }
        return value(column, value, enumConstants(column));
    }

    private Map<String, String> enumConstants(JavaColumn column) {
        if (column.column().type() != ValueType.ENUM) {
            return Map.of();
        }
        EnumClient type = client.enums().stream()
                .filter(candidate ->
                        candidate.name().equals(column.column().enumName().orElseThrow()))
                .findFirst()
                .orElseThrow();
        return EnumClassEmitter.constants(type);
    }

    static String value(JavaColumn column, Object value, Map<String, String> enumConstants) {
        String text = value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
        String quoted = value instanceof Map<?, ?> much && much.get("repeat") instanceof String part
                ? CodeBlock.of("$S.repeat($L)", part, much.get("times")).toString()
                : CodeBlock.of("$S", text).toString();
        return switch (column.column().type()) {
            case STRING -> quoted;
            case BOOLEAN, INT -> text;
            case BIG_INT -> text + "L";
            case FLOAT -> "Double.parseDouble(" + quoted + ")";
            case DECIMAL -> "new java.math.BigDecimal(" + quoted + ")";
            case DATE_TIME -> "java.time.Instant.parse(" + quoted + ")";
            case DATE -> "java.time.LocalDate.parse(" + quoted + ")";
            case TIME -> "java.time.LocalTime.parse(" + quoted + ")";
            case JSON ->
                "dev.flashorm.runtime.query.Json.parse("
                        + CodeBlock.of("$S", Json.of(value).text()) + ")";
            case BYTES -> "java.util.Base64.getDecoder().decode(" + quoted + ")";
            case UUID -> "java.util.UUID.fromString(" + quoted + ")";
            case COMPOSITE -> throw new IllegalArgumentException("no neutral form for " + text);
            case ENUM -> column.enumClass().orElseThrow().simpleName() + "." + enumConstants.get(text);
        };
    }

    static JavaColumn column(JavaModel model, String name) {
        return model.columns().stream()
                .filter(column -> column.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(model.model().name() + " has no column " + name));
    }

    static String constant(JavaModel model, String name) {
        return model.columnsClass().simpleName() + "." + column(model, name).constant();
    }

    static @Nullable RelationClient relation(JavaModel model, String name) {
        return model.model().relations().stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
