package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * `types.py`: the arguments of calls as `TypedDict`s. They are written as calls, because members are called as the
 * schema's fields are, and operators as `in` and `not`.
 */
final class TypesFile {
    private static final String SORT = "filters.SortOrder";

    private final StringBuilder text = new StringBuilder();

    private TypesFile() {}

    static String text(PythonClient client) {
        TypesFile file = new TypesFile();
        file.text
                .append("\"\"\"The arguments of calls.\"\"\"\n\nfrom __future__ import annotations\n\n")
                .append("from collections.abc import Sequence\n")
                .append("from datetime import date, datetime, time\nfrom decimal import Decimal\n")
                .append("from typing import Any, Literal, TypedDict\nfrom uuid import UUID\n\n")
                .append("from . import enums\nfrom .runtime import filters, operations\n");
        file.text.append(
                "\n__all__ = [\"UUID\", \"Any\", \"Decimal\", \"Sequence\", \"date\", \"datetime\", \"enums\", \"filters\", \"operations\", \"time\"]\n");
        client.client().enums().forEach(file::enumTypes);
        client.models().forEach(file::model);
        return file.text.toString();
    }

    private void enumTypes(EnumClient type) {
        String own = "enums." + PythonClient.identifier(type.name());
        String literals = type.values().stream()
                .map(value -> PythonClient.literal(value.name()))
                .collect(Collectors.joining(", "));
        String input = type.name() + "Enum";
        text.append('\n').append(input).append(" = ").append(own);
        text.append(literals.isEmpty() ? "" : " | Literal[" + literals + "]").append('\n');
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put("equals", input + " | None");
        filter.put("not", input + " | " + type.name() + "EnumFilter | None");
        filter.put("in", "Sequence[" + input + "]");
        filter.put("not_in", "Sequence[" + input + "]");
        dict(type.name() + "EnumFilter", filter, false);
        Map<String, String> list = new LinkedHashMap<>();
        list.put("equals", "Sequence[" + input + "] | None");
        list.put("has", input);
        list.put("has_every", "Sequence[" + input + "]");
        list.put("has_some", "Sequence[" + input + "]");
        list.put("is_empty", "bool");
        dict(type.name() + "EnumListFilter", list, false);
        Map<String, String> update = new LinkedHashMap<>();
        update.put("set", "Sequence[" + input + "]");
        update.put("push", input + " | Sequence[" + input + "]");
        dict(type.name() + "EnumListUpdate", update, false);
    }

    private void model(ModelClient model) {
        String name = model.name();
        where(model);
        unique(model);
        include(model);
        select(model);
        order(model);
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> having = new LinkedHashMap<>();
        Map<String, String> group = new LinkedHashMap<>();
        for (ColumnClient column : model.columns()) {
            fields.put(column.name(), "bool");
            having.put(column.name(), value(column) + " | filters.FieldHaving | None");
            group.put(column.name(), nullable(column, output(column)));
        }
        fields.put("_all", "bool");
        having.put("_count", "int | filters.AggregateFilter");
        for (String junction : List.of("AND", "OR", "NOT")) {
            having.put(junction, "Sequence[" + name + "Having]");
        }
        group.put("_count", "Any");
        group.put("_distinct", "dict[str, int]");
        for (String function : List.of("_sum", "_avg", "_min", "_max")) {
            group.put(function, "dict[str, Any]");
        }
        dict(name + "Fields", fields, false);
        dict(name + "Having", having, false);
        dict(name + "GroupByOutput", group, false);
        text.append('\n').append(name).append("ScalarFieldKeys = Literal[");
        text.append(model.columns().stream()
                        .map(column -> PythonClient.literal(column.name()))
                        .collect(Collectors.joining(", ")))
                .append("]\n");
        if (!model.isView()) {
            writes(model);
        }
    }

    private void where(ModelClient model) {
        String name = model.name() + "WhereInput";
        Map<String, String> where = new LinkedHashMap<>();
        for (ColumnClient column : model.columns()) {
            String filter = filter(column);
            where.put(column.name(), column.isList() ? filter + " | None" : value(column) + " | " + filter + " | None");
        }
        for (RelationClient relation : model.relations()) {
            String target = relation.target();
            where.put(
                    relation.name(),
                    relation.isList() ? target + "RelationListFilter" : target + "RelationFilter | None");
        }
        for (String junction : List.of("AND", "OR", "NOT")) {
            where.put(junction, "Sequence[" + name + "]");
        }
        dict(name, where, false);
        Map<String, String> one = new LinkedHashMap<>();
        one.put("is", name + " | None");
        one.put("is_not", name + " | None");
        dict(model.name() + "RelationFilter", one, false);
        Map<String, String> list = new LinkedHashMap<>();
        for (String quantifier : List.of("some", "every", "none")) {
            list.put(quantifier, name);
        }
        list.put("_count", "int | filters.CountFilter");
        dict(model.name() + "RelationListFilter", list, false);
    }

    /** One of the keys. A version says of which change of the record is spoken. */
    private void unique(ModelClient model) {
        String name = model.name() + "WhereUniqueInput";
        StringBuilder alternatives = new StringBuilder();
        for (KeyClient key : model.keys()) {
            String keyName = Descriptor.keyName(key);
            String part = "_" + model.name() + "WhereUnique_" + keyName;
            Map<String, String> columns = new LinkedHashMap<>();
            key.columns().forEach(column -> columns.put(column.name(), value(column)));
            if (key.columns().size() > 1) {
                dict(part + "_fields", columns, true);
                columns.clear();
                columns.put(keyName, part + "_fields");
            }
            dict(part, columns, true);
            if (model.version().isPresent()) {
                ColumnClient version = model.version().get();
                columns.put(version.name(), value(version));
                dict(part + "_version", columns, true);
                alternatives
                        .append(alternatives.isEmpty() ? "" : " | ")
                        .append(part)
                        .append("_version");
            }
            alternatives.append(alternatives.isEmpty() ? "" : " | ").append(part);
        }
        if (alternatives.isEmpty()) {
            dict(name, Map.of(), false);
        } else {
            text.append('\n').append(name).append(" = ").append(alternatives).append('\n');
        }
    }

    private void include(ModelClient model) {
        Map<String, String> include = new LinkedHashMap<>();
        for (RelationClient relation : model.relations()) {
            include.put(
                    relation.name(),
                    "bool | " + relation.target() + (relation.isList() ? "FindManyArgs" : "IncludeArgs"));
        }
        dict(model.name() + "Include", include, false);
        Map<String, String> one = new LinkedHashMap<>();
        one.put("include", model.name() + "Include");
        dict(model.name() + "IncludeArgs", one, false);
        Map<String, String> many = page(model);
        many.put("include", model.name() + "Include");
        dict(model.name() + "FindManyArgs", many, false);
    }

    /** What is read of the columns and of what belongs to a record, and what comes of it. */
    private void select(ModelClient model) {
        String name = model.name();
        Map<String, String> select = new LinkedHashMap<>();
        Map<String, String> selected = new LinkedHashMap<>();
        Map<String, String> count = new LinkedHashMap<>();
        for (ColumnClient column : model.columns()) {
            select.put(column.name(), "bool");
            selected.put(column.name(), nullable(column, output(column)));
        }
        for (RelationClient relation : model.relations()) {
            String target = relation.target();
            select.put(relation.name(), "bool | " + target + (relation.isList() ? "SelectManyArgs" : "SelectArgs"));
            selected.put(
                    relation.name(), relation.isList() ? "list[" + target + "Selected]" : target + "Selected | None");
            if (relation.isList()) {
                count.put(relation.name(), "bool");
            }
        }
        if (!count.isEmpty()) {
            dict(name + "CountSelect", count, false);
            select.put("_count", "bool | " + name + "CountSelect");
            selected.put("_count", "dict[str, int]");
        }
        dict(name + "Select", select, false);
        dict(name + "Selected", selected, false);
        dict(name + "SelectArgs", Map.of("select", name + "Select"), false);
        Map<String, String> many = page(model);
        many.put("select", name + "Select");
        dict(name + "SelectManyArgs", many, false);
    }

    /** The arguments that choose related records of a list. */
    private static Map<String, String> page(ModelClient model) {
        Map<String, String> page = new LinkedHashMap<>();
        page.put("where", model.name() + "WhereInput");
        page.put("order_by", model.name() + "OrderByInput | Sequence[" + model.name() + "OrderByInput]");
        page.put("take", "int");
        page.put("skip", "int");
        return page;
    }

    private void order(ModelClient model) {
        Map<String, String> order = new LinkedHashMap<>();
        for (ColumnClient column : model.columns()) {
            order.put(column.name(), column.isNullable() ? SORT + " | filters.SortNulls" : SORT);
        }
        for (RelationClient relation : model.relations()) {
            order.put(relation.name(), relation.isList() ? "filters.CountOrder" : relation.target() + "OrderByInput");
        }
        dict(model.name() + "OrderByInput", order, false);
    }

    private void writes(ModelClient model) {
        String name = model.name();
        Set<String> referring = new HashSet<>();
        model.relations().stream()
                .filter(RelationClient::isOwning)
                .forEach(relation -> relation.local().forEach(column -> referring.add(column.name())));
        Map<String, String> required = new LinkedHashMap<>();
        Map<String, String> optional = new LinkedHashMap<>();
        Map<String, String> update = new LinkedHashMap<>();
        for (ColumnClient column : model.columns()) {
            if (column.isGenerated()) {
                continue;
            }
            String value = column.isList() ? "Sequence[" + value(column) + "]" : value(column);
            boolean isRequired = column.isRequiredInDraft() && !referring.contains(column.name());
            (isRequired ? required : optional).put(column.name(), nullable(column, value));
            update.put(column.name(), nullable(column, value + operations(column)));
        }
        for (RelationClient relation : model.relations()) {
            String many = relation.isList() ? "Many" : "";
            optional.put(relation.name(), relation.target() + "Create" + many + "Nested");
            update.put(relation.name(), relation.target() + "Update" + many + "Nested");
        }
        if (required.isEmpty()) {
            dict(name + "CreateInput", optional, false);
        } else {
            dict("_" + name + "CreateOptional", optional, false);
            dict("_" + name + "CreateRequired", required, true);
            text.append("\n\nclass ")
                    .append(name)
                    .append("CreateInput(_")
                    .append(name)
                    .append("CreateRequired, _")
                    .append(name)
                    .append("CreateOptional):\n    \"\"\"A new record.\"\"\"\n\n");
        }
        dict(name + "UpdateInput", update, false);
        Map<String, String> upsert = new LinkedHashMap<>();
        upsert.put("create", name + "CreateInput");
        upsert.put("update", name + "UpdateInput");
        dict(name + "UpsertInput", upsert, true);
        nested(name);
    }

    private void nested(String name) {
        String create = name + "CreateInput";
        String unique = name + "WhereUniqueInput";
        Map<String, String> either = new LinkedHashMap<>();
        either.put("where", unique);
        either.put("create", create);
        dict(name + "ConnectOrCreate", either, true);
        Map<String, String> one = new LinkedHashMap<>();
        one.put("create", create);
        one.put("connect", unique);
        one.put("connect_or_create", name + "ConnectOrCreate");
        dict(name + "CreateNested", one, false);
        one.put("disconnect", "bool");
        one.put("delete", "bool");
        dict(name + "UpdateNested", one, false);
        Map<String, String> many = new LinkedHashMap<>();
        many.put("create", create + " | Sequence[" + create + "]");
        many.put("connect", unique + " | Sequence[" + unique + "]");
        many.put("connect_or_create", name + "ConnectOrCreate | Sequence[" + name + "ConnectOrCreate]");
        dict(name + "CreateManyNested", many, false);
        many.put("disconnect", unique + " | Sequence[" + unique + "]");
        many.put("set", "Sequence[" + unique + "]");
        many.put("delete", unique + " | Sequence[" + unique + "]");
        many.put("delete_many", name + "WhereInput | Sequence[" + name + "WhereInput]");
        dict(name + "UpdateManyNested", many, false);
    }

    private void dict(String name, Map<String, String> members, boolean isTotal) {
        text.append('\n')
                .append(name)
                .append(" = TypedDict(\n    \"")
                .append(name)
                .append("\",\n    {\n");
        members.forEach((member, type) -> text.append("        ")
                .append(PythonClient.literal(member))
                .append(": ")
                .append(PythonClient.literal(type))
                .append(",\n"));
        text.append("    },\n").append(isTotal ? ")\n" : "    total=False,\n)\n");
    }

    private static String nullable(ColumnClient column, String type) {
        return column.isNullable() ? type + " | None" : type;
    }

    private static String filter(ColumnClient column) {
        return column.enumName().map(name -> name + "Enum").orElseGet(() -> "filters." + scalarName(column.type()))
                + (column.isList() ? "List" : "") + "Filter";
    }

    private static String operations(ColumnClient column) {
        if (column.isList()) {
            return " | "
                    + column.enumName()
                            .map(name -> name + "Enum")
                            .orElseGet(() -> "operations." + scalarName(column.type()))
                    + "ListUpdate";
        }
        return column.type().isNumber() ? " | operations." + scalarName(column.type()) + "Update" : "";
    }

    private static String scalarName(ValueType type) {
        return switch (type) {
            case STRING, ENUM -> "String";
            case BOOLEAN -> "Boolean";
            case INT, BIG_INT -> "Int";
            case FLOAT -> "Float";
            case DECIMAL -> "Decimal";
            case DATE_TIME -> "DateTime";
            case DATE -> "Date";
            case TIME -> "Time";
            case JSON, COMPOSITE -> "Json";
            case BYTES -> "Bytes";
            case UUID -> "Uuid";
        };
    }

    private static String output(ColumnClient column) {
        String type = column.enumName()
                .map(name -> "enums." + PythonClient.identifier(name))
                .orElseGet(() -> value(column));
        return column.isList() ? "list[" + type + "]" : type;
    }

    /** Of one element, if it is a list. */
    private static String value(ColumnClient column) {
        return column.enumName().map(name -> name + "Enum").orElseGet(() -> switch (column.type()) {
            case STRING, ENUM -> "str";
            case BOOLEAN -> "bool";
            case INT, BIG_INT -> "int";
            case FLOAT -> "float";
            case DECIMAL -> "Decimal";
            case DATE_TIME -> "datetime";
            case DATE -> "date";
            case TIME -> "time";
            case JSON, COMPOSITE -> "Any";
            case BYTES -> "bytes";
            case UUID -> "UUID";
        });
    }
}
