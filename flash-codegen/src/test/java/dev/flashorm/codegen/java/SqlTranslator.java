package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Statements of the user's own, as Java. In the neutral form a parameter is a value, or `{"User.role": "USER"}` for one
 * that a column knows; `rows` has the type of each column: `integer`, or `User.role` again.
 */
final class SqlTranslator {
    private SqlTranslator() {}

    /** `db.sql("…", 3, Users.ROLE.parameter(Role.USER)).map(row -> …).list()`, or `.execute()`. */
    @SuppressWarnings("unchecked")
    static String translate(CallTranslator calls, String db, Map<String, Object> arguments) {
        StringBuilder code =
                new StringBuilder(db).append(".sql(").append(quoted(String.valueOf(arguments.get("text"))));
        for (Object parameter : (List<?>) Objects.requireNonNull(arguments.get("parameters"))) {
            code.append(", ");
            if (parameter instanceof Map<?, ?> typed) {
                Map.Entry<?, ?> entry = typed.entrySet().iterator().next();
                String[] path = ((String) entry.getKey()).split("\\.", -1);
                JavaColumn column = CallTranslator.column(calls.model(path[0]), path[1]);
                code.append(CallTranslator.constant(calls.model(path[0]), path[1]))
                        .append(".parameter(");
                code.append(calls.literal(column, entry.getValue())).append(")");
            } else {
                code.append(parameter instanceof String text ? quoted(text) : String.valueOf(parameter));
            }
        }
        if (!arguments.containsKey("rows")) {
            return code.append(").execute()").toString();
        }
        code.append(").map(row -> dev.flashorm.codegen.conformance.Rows.values(");
        int index = 1;
        for (Map.Entry<String, Object> column :
                ((Map<String, Object>) Objects.requireNonNull(arguments.get("rows"))).entrySet()) {
            String[] type = ((String) column.getValue()).split("\\.", -1);
            code.append(index == 1 ? "" : ", ").append(quoted(column.getKey())).append(", row.");
            code.append(
                    type.length == 1
                            ? type[0] + "(" + index + ")"
                            : "value(" + index + ", " + CallTranslator.constant(calls.model(type[0]), type[1]) + ")");
            index++;
        }
        return code.append(")).")
                .append(arguments.getOrDefault("take", "list"))
                .append("()")
                .toString();
    }

    private static String quoted(String text) {
        return CodeBlock.of("$S", text).toString();
    }
}
