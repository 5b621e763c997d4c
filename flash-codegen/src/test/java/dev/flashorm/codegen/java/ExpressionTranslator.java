package dev.flashorm.codegen.java;

import dev.flashorm.codegen.ir.RelationClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is selected, grouped and sorted by, as Java. In the neutral form a value has a path: `email`, `author.name`,
 * `_count`, `_count.posts`, `_sum.visits`; nested maps spell the same.
 */
final class ExpressionTranslator {
    private static final String AGGREGATE = "dev.flashorm.runtime.query.Aggregate";
    private static final String ROWS = "dev.flashorm.codegen.conformance.Rows";

    private final CallTranslator calls;

    ExpressionTranslator(CallTranslator calls) {
        this.calls = calls;
    }

    /** `.select(Users.ID, Users.EMAIL, (v0, v1) -> …)`, and `.distinct()`. */
    String select(JavaModel model, Map<String, Object> arguments) {
        String code = select(model, paths(map(arguments.get("select"))));
        return Boolean.TRUE.equals(arguments.get("distinct")) ? code + ".distinct()" : code;
    }

    private String select(JavaModel model, List<String> paths) {
        String expressions = paths.stream().map(path -> expression(model, path)).collect(Collectors.joining(", "));
        StringBuilder parameters = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            parameters.append(i == 0 ? "v" : ", v").append(i);
            values.append(i == 0 ? "" : ", ").append('"').append(paths.get(i)).append("\", v");
            values.append(i);
        }
        return ".select(" + expressions + ", (" + parameters + ") -> " + ROWS + ".values(" + values + "))";
    }

    /** `db.users().where(…).select(Users.VISITS.sum(), …).one()`. */
    String aggregate(JavaModel model, Map<String, Object> arguments) {
        return calls.rows(model, arguments) + select(model, aggregates(arguments)) + ".one()";
    }

    /** `db.users().where(…).groupBy(Users.ROLE).having(…).orderBy(…).take(3).select(…).list()`. */
    String groupBy(JavaModel model, Map<String, Object> arguments) {
        List<String> keys =
                list(arguments.get("by")).stream().map(String::valueOf).toList();
        StringBuilder code = new StringBuilder();
        if (arguments.containsKey("where")) {
            code.append(calls.where(model, arguments));
        }
        code.append(".groupBy(")
                .append(keys.stream().map(key -> expression(model, key)).collect(Collectors.joining(", ")))
                .append(")");
        if (arguments.containsKey("having")) {
            code.append(".having(")
                    .append(String.join(", ", conditions(model, map(arguments.get("having")))))
                    .append(")");
        }
        Map<String, Object> page = new LinkedHashMap<>(arguments);
        code.append(calls.page(model, page));
        List<String> selected = new ArrayList<>(keys);
        selected.addAll(aggregates(arguments));
        return code.append(select(model, selected)).append(".list()").toString();
    }

    private static List<String> aggregates(Map<String, Object> arguments) {
        Map<String, Object> aggregates = new LinkedHashMap<>();
        arguments.forEach((name, value) -> {
            if (name.startsWith("_")) {
                aggregates.put(name, value);
            }
        });
        return paths(aggregates);
    }

    /** `{"_sum": {"visits": {"gt": 5}}}` as `Users.VISITS.sum().gt(5L)`. */
    List<String> conditions(JavaModel model, Map<String, Object> where) {
        List<String> conditions = new ArrayList<>();
        where.forEach((name, value) -> {
            Map<String, Object> inner = map(value);
            if (name.startsWith("_") && inner.keySet().stream().noneMatch(CallTranslator::isOperator)) {
                inner.forEach(
                        (member, operators) -> conditions.addAll(compared(model, name + "." + member, map(operators))));
            } else {
                conditions.addAll(compared(model, name, inner));
            }
        });
        return conditions;
    }

    private List<String> compared(JavaModel model, String path, Map<String, Object> operators) {
        List<String> conditions = new ArrayList<>();
        operators.forEach((operator, operand) -> {
            String operands = operand instanceof List<?> two
                    ? two.stream().map(item -> number(model, path, item)).collect(Collectors.joining(", "))
                    : number(model, path, operand);
            conditions.add(expression(model, path) + "." + CallTranslator.operator(operator) + "(" + operands + ")");
        });
        return conditions;
    }

    /** A literal of the type that the aggregate has. */
    private static String number(JavaModel model, String path, Object value) {
        String function = path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'));
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (function.equals("_count") || function.equals("_distinct")) {
            return text + "L";
        }
        JavaColumn column = CallTranslator.column(model, path.substring(path.indexOf('.') + 1));
        return switch (column.column().type()) {
            case INT -> function.equals("_sum") ? text + "L" : function.equals("_avg") ? text + "d" : text;
            case BIG_INT ->
                function.equals("_sum")
                        ? "new java.math.BigDecimal(\"" + text + "\")"
                        : function.equals("_avg") ? text + "d" : text + "L";
            default -> CallTranslator.value(column, value, Map.of());
        };
    }

    /** An order by a path: `{"_count": {"posts": "desc"}}`. */
    String order(JavaModel model, Map<String, Object> order) {
        String path = paths(order).get(0);
        Object direction = order;
        while (direction instanceof Map<?, ?> map) {
            direction = map.values().iterator().next();
        }
        String words = String.valueOf(direction);
        return expression(model, path) + "." + words.split(" ", -1)[0] + "()"
                + (words.endsWith("nulls first")
                        ? ".nullsFirst()"
                        : words.endsWith("nulls last") ? ".nullsLast()" : "");
    }

    private String expression(JavaModel model, String path) {
        int dot = path.indexOf('.');
        if (path.equals("_count")) {
            return AGGREGATE + ".<" + model.row().canonicalName() + ">count()";
        }
        if (dot < 0) {
            return CallTranslator.constant(model, path);
        }
        String first = path.substring(0, dot);
        String rest = path.substring(dot + 1);
        RelationClient relation = CallTranslator.relation(model, first.startsWith("_") ? rest : first);
        if (relation != null) {
            String constant =
                    model.columnsClass().simpleName() + "." + model.relations().get(relation);
            return first.startsWith("_")
                    ? constant + ".count()"
                    : constant + ".get(" + expression(calls.model(relation.target()), rest) + ")";
        }
        String function = first.equals("_distinct") ? "countDistinct" : first.substring(1);
        return CallTranslator.constant(model, rest) + "." + function + "()";
    }

    private static List<String> paths(Map<String, Object> tree) {
        List<String> paths = new ArrayList<>();
        tree.forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                paths(map(value)).forEach(path -> paths.add(name + "." + path));
            } else {
                paths.add(name);
            }
        });
        return paths;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
