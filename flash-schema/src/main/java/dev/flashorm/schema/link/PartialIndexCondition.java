package dev.flashorm.schema.link;

import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.syntax.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * `where: { deletedAt: null, kind: { not: "draft" } }`, the condition of a partial index in the schema's own words, as
 * SQL. The databases that have partial indexes, PostgreSQL and SQLite, quote names and strings alike.
 */
final class PartialIndexCondition {
    private PartialIndexCondition() {}

    /** Empty when a name is unknown or a value is none. */
    static Optional<String> sql(Expression.ObjectLiteral conditions, Map<String, Field> fields) {
        StringBuilder sql = new StringBuilder();
        for (Expression.Entry entry : conditions.entries()) {
            if (!(fields.get(entry.name().text()) instanceof ScalarField column)) {
                return Optional.empty();
            }
            boolean negated = false;
            Expression value = entry.value();
            if (value instanceof Expression.ObjectLiteral operator
                    && operator.entries().size() == 1
                    && operator.entries().get(0).name().text().equals("not")) {
                negated = true;
                value = operator.entries().get(0).value();
            }
            Optional<String> literal = literal(value, column);
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            String operator = literal.get().equals("NULL") ? negated ? " IS NOT " : " IS " : negated ? " <> " : " = ";
            sql.append(sql.length() == 0 ? "" : " AND ")
                    .append(quoted(column.databaseName(), '"'))
                    .append(operator)
                    .append(literal.get());
        }
        return sql.length() == 0 ? Optional.empty() : Optional.of(sql.toString());
    }

    private static Optional<String> literal(Expression value, ScalarField column) {
        if (value instanceof Expression.StringLiteral text) {
            return Optional.of(quoted(text.value(), '\''));
        }
        if (value instanceof Expression.NumberLiteral number) {
            return Optional.of(number.text());
        }
        if (!(value instanceof Expression.Name name)) {
            return Optional.empty();
        }
        if (column.type() instanceof EnumType type && type.value(name.text()).isPresent()) {
            return Optional.of(quoted(type.value(name.text()).get().databaseName(), '\''));
        }
        return switch (name.text()) {
            case "null" -> Optional.of("NULL");
            case "true" -> Optional.of("TRUE");
            case "false" -> Optional.of("FALSE");
            default -> Optional.empty();
        };
    }

    private static String quoted(String text, char quote) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                quoted.append(quote);
            }
            quoted.append(text.charAt(i));
        }
        return quoted.append(quote).toString();
    }
}
