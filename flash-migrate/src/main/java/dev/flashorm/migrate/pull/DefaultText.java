package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.schema.model.FieldType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The argument of `@default(…)`. */
final class DefaultText {
    private final FieldTypes types;

    DefaultText(FieldTypes types) {
        this.types = types;
    }

    /**
     * Empty for a column without a default.
     *
     * @param scalar empty for an enum or an unsupported type
     * @param enumNames the names of an enum's values by their database names; empty for any other type
     */
    Optional<String> of(Column column, Optional<Scalar> scalar, Map<String, String> enumNames) {
        if (column.identity().isPresent()) {
            return Optional.of("autoincrement()");
        }
        return column.defaultValue()
                .map(value -> column.type().array()
                        ? items(value, scalar, enumNames).orElseGet(() -> generated(value))
                        : literal(value, scalar, enumNames).orElseGet(() -> generated(value)));
    }

    private static String generated(ColumnDefault value) {
        return "dbgenerated(" + SchemaString.quote(value.sql()) + ")";
    }

    /** Empty when only `dbgenerated` says it. */
    private Optional<String> literal(ColumnDefault value, Optional<Scalar> scalar, Map<String, String> enumNames) {
        if (value.kind() == ColumnDefault.Kind.STRING && isPlainString(value.sql())) {
            String text = types.unquoted(value.sql());
            return enumNames.isEmpty()
                    ? scalar.flatMap(type -> string(text, type))
                    : Optional.ofNullable(enumNames.get(text));
        }
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Scalar type = scalar.get();
        return switch (value.kind()) {
            case NUMBER -> number(value.sql(), type);
            case BOOLEAN -> type == Scalar.BOOLEAN ? Optional.of(value.sql()) : Optional.empty();
            case NOW -> type == Scalar.DATE_TIME ? Optional.of("now()") : Optional.empty();
            case STRING, EXPRESSION -> Optional.empty();
        };
    }

    /** A number may be quoted: the column makes it one. */
    private static Optional<String> string(String text, Scalar type) {
        return type == Scalar.STRING || type == Scalar.JSON
                ? Optional.of(SchemaString.quote(text))
                : number(text, type);
    }

    private static Optional<String> number(String sql, Scalar type) {
        try {
            BigDecimal number = new BigDecimal(sql);
            return switch (type) {
                case INT ->
                    fits(number, 31) ? Optional.of(number.toBigIntegerExact().toString()) : Optional.empty();
                case BIG_INT ->
                    fits(number, 63) ? Optional.of(number.toBigIntegerExact().toString()) : Optional.empty();
                case FLOAT, DECIMAL -> Optional.of(number.toPlainString());
                default -> Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(BigDecimal number, int bits) {
        if (number.stripTrailingZeros().scale() > 0) {
            return false;
        }
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() <= bits;
    }

    /** `ARRAY['a', 'b']::TEXT[]` as `["a", "b"]`. */
    private Optional<String> items(ColumnDefault value, Optional<Scalar> scalar, Map<String, String> enumNames) {
        String sql = value.sql();
        int close = sql.lastIndexOf("]::");
        if (!sql.startsWith("ARRAY[") || close < 0) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        for (String item : split(sql.substring("ARRAY[".length(), close))) {
            ColumnDefault.Kind kind = item.startsWith("'")
                    ? ColumnDefault.Kind.STRING
                    : item.equals("true") || item.equals("false")
                            ? ColumnDefault.Kind.BOOLEAN
                            : ColumnDefault.Kind.NUMBER;
            Optional<String> text = literal(new ColumnDefault(kind, item), scalar, enumNames);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            items.add(text.get());
        }
        return Optional.of("[" + String.join(", ", items) + "]");
    }

    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (text.charAt(i) == ',' && !quoted) {
                items.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            items.add(last);
        }
        return items;
    }

    private static boolean isPlainString(String sql) {
        return sql.length() >= 2 && sql.charAt(0) == '\'';
    }
}
