package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ValueType;

/** The types of a column: of its value, of what may be written to it, and of conditions on it. */
record ColumnTypes(TypescriptNames names) {
    /** Of the records' value. */
    String value(ColumnClient column) {
        return listed(column, element(column), "[]");
    }

    private String element(ColumnClient column) {
        return switch (column.type()) {
            case STRING, UUID -> "string";
            case BOOLEAN -> "boolean";
            case INT, FLOAT -> "number";
            case BIG_INT -> "bigint";
            case DECIMAL -> "$.Decimal";
            case DATE_TIME, DATE, TIME -> names.global("Date");
            case JSON -> "$.JsonValue";
            case BYTES -> names.global("Uint8Array");
            case ENUM -> enumType(column);
            case COMPOSITE -> names.type(column.compositeName().orElseThrow());
        };
    }

    /** Of one value that is given. */
    private String input(ColumnClient column) {
        return switch (column.type()) {
            case BIG_INT -> "bigint | number";
            case DECIMAL -> "$.DecimalInput";
            case DATE_TIME, DATE, TIME -> names.global("Date") + " | string";
            case JSON -> "$.JsonInput";
            case COMPOSITE -> names.type(column.compositeName().orElseThrow()) + "CreateInput";
            default -> element(column);
        };
    }

    private String enumType(ColumnClient column) {
        return "$Enums." + names.type(column.enumName().orElseThrow());
    }

    /** Of a new record's value. */
    String create(ColumnClient column) {
        if (column.type() == ValueType.JSON && !column.isList()) {
            return column.isNullable() ? "$.JsonNullableInput" : "$.JsonInput";
        }
        if (!column.isList()) {
            return input(column) + (column.isNullable() ? " | null" : "");
        }
        String element = column.type() == ValueType.JSON ? "$.InputJsonValue" : input(column);
        return "readonly " + grouped(element) + "[]";
    }

    /** Of a value that changes. */
    String update(ColumnClient column) {
        String plain = create(column);
        if (column.isList()) {
            String element = column.type() == ValueType.JSON ? "$.InputJsonValue" : input(column);
            return plain + " | $.ListChange<" + element + ">";
        }
        if (column.type() == ValueType.JSON) {
            return plain;
        }
        return column.type().isNumber()
                ? plain + " | $.NumberChange<" + input(column) + orNull(column) + ">"
                : plain + " | $.Change<" + plain + ">";
    }

    /** Of the value of a unique. */
    String unique(ColumnClient column) {
        return input(column);
    }

    /** Of a condition. */
    String where(ColumnClient column) {
        String none = orNull(column);
        if (column.type() == ValueType.COMPOSITE) {
            String type = names.type(column.compositeName().orElseThrow());
            String of = type + "CreateInput, " + type + "WhereInput";
            return column.isList()
                    ? "$.CompositeListFilter<" + of + ">"
                    : create(column) + " | $.CompositeFilter<" + of + none + ">";
        }
        String optional = none.isEmpty() ? "" : "<null>";
        if (column.isList()) {
            String element = column.type() == ValueType.JSON ? "$.InputJsonValue" : input(column);
            return "$.ListFilter<" + element + none + ">";
        }
        String filter = switch (column.type()) {
            case STRING -> "$.StringFilter" + optional;
            case BOOLEAN -> "$.BoolFilter" + optional;
            case JSON -> "$.JsonFilter" + (column.isNullable() ? "<typeof $.DbNull>" : "");
            case ENUM -> "$.EnumFilter<" + input(column) + none + ">";
            default -> "$.Filter<" + input(column) + none + ">";
        };
        return column.type() == ValueType.JSON ? filter : create(column) + " | " + filter;
    }

    static String orNull(ColumnClient column) {
        return column.isNullable() ? ", null" : "";
    }

    private static String listed(ColumnClient column, String element, String brackets) {
        if (column.isList()) {
            return grouped(element) + brackets;
        }
        return column.isNullable() ? element + " | null" : element;
    }

    private static String grouped(String type) {
        return type.contains(" ") ? "(" + type + ")" : type;
    }
}
