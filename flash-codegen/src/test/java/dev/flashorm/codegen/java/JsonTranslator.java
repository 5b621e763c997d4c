package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.flashorm.runtime.query.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on parts of JSON values, as Java: `{"path": ["a", 0], "equals": 1, "string_contains": "x", "gt": 2}`,
 * `{"hasKey": "a"}`, `{"json_contains": {…}}`.
 */
final class JsonTranslator {
    private static final List<String> WHOLE = List.of("path", "hasKey", "json_contains");

    private JsonTranslator() {}

    static boolean isPart(Map<String, Object> value) {
        return WHOLE.stream().anyMatch(value::containsKey);
    }

    static List<String> conditions(String constant, Map<String, Object> value) {
        String part = constant + (value.containsKey("path") ? path((List<?>) value.get("path")) : "");
        List<String> conditions = new ArrayList<>();
        value.forEach((operator, operand) -> {
            if (!operator.equals("path")) {
                conditions.add(part + condition(operator, operand));
            }
        });
        return conditions;
    }

    /** `.at("a").at(0)`. */
    static String path(@Nullable List<?> steps) {
        StringBuilder code = new StringBuilder();
        for (Object step : steps == null ? List.of() : steps) {
            code.append(".at(")
                    .append(step instanceof Number ? step : quoted((String) step))
                    .append(")");
        }
        return code.toString();
    }

    private static String condition(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "exists" -> ".exists()";
            case "hasKey" -> ".hasKey(" + quoted((String) operand) + ")";
            case "equals" -> ".eq(" + json(operand) + ")";
            case "not" -> ".ne(" + json(operand) + ")";
            case "json_contains" -> ".contains(" + json(operand) + ")";
            case "string_contains" -> ".text().contains(" + quoted((String) operand) + ")";
            case "string_starts_with" -> ".text().startsWith(" + quoted((String) operand) + ")";
            case "string_ends_with" -> ".text().endsWith(" + quoted((String) operand) + ")";
            default -> compared(CallTranslator.operator(operator), operand);
        };
    }

    private static String compared(String operator, @Nullable Object operand) {
        return operand instanceof Number number
                ? ".number()." + operator + "(" + number + "d)"
                : ".text()." + operator + "(" + quoted((String) operand) + ")";
    }

    private static String json(@Nullable Object value) {
        return "dev.flashorm.runtime.query.Json.parse(" + quoted(Json.of(value).text()) + ")";
    }

    private static String quoted(@Nullable String text) {
        return CodeBlock.of("$S", text).toString();
    }
}
