package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ModelClient;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** `_schema.py`: what compiled calls know of the models, and what makes records of rows. */
final class SchemaFile {
    private SchemaFile() {}

    static String text(PythonClient client, PythonDriver driver) {
        TreeSet<String> readers = client.models().stream()
                .flatMap(model -> model.columns().stream())
                .filter(column -> column.enumName().isEmpty())
                .map(column -> driver.reader(column.encoding()))
                .filter(reader -> !reader.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        readers.add("convert");
        StringBuilder text = new StringBuilder("\"\"\"What the calls know of the schema.\"\"\"\n\n")
                .append("from __future__ import annotations\n\n")
                .append("from collections.abc import Callable, Sequence\nfrom typing import Any\n\n")
                .append("from . import ")
                .append(client.client().enums().isEmpty() ? "models\n" : "enums, models\n")
                .append("from .runtime.")
                .append(driver.module())
                .append(" import ")
                .append(String.join(", ", readers))
                .append("\nfrom .runtime.tables import Tables\n\n");
        text.append("MEMBERS: dict[str, dict[str, Any]] = {\n");
        for (EnumClient type : client.client().enums()) {
            String name = PythonClient.identifier(type.name());
            text.append("    ").append(PythonClient.literal(type.name())).append(": {\n");
            for (EnumClient.Value value : type.values()) {
                text.append("        ")
                        .append(PythonClient.literal(value.databaseValue()))
                        .append(": enums.")
                        .append(name)
                        .append('.')
                        .append(EnumsFile.member(value))
                        .append(",\n");
            }
            text.append("    },\n");
        }
        text.append("}\n");
        for (EnumClient type : client.client().enums()) {
            text.append(members(type.name()))
                    .append(" = MEMBERS[")
                    .append(PythonClient.literal(type.name()))
                    .append("]\n");
        }
        for (ModelClient model : client.models()) {
            text.append("\n\ndef ").append(function(model)).append("(rows: Sequence[Any]) -> list[Any]:\n");
            text.append("    return [\n        models.")
                    .append(PythonClient.identifier(model.name()))
                    .append("(\n");
            for (int i = 0; i < model.columns().size(); i++) {
                text.append("            ")
                        .append(read(model.columns().get(i), "row[" + i + "]", driver))
                        .append(",\n");
            }
            text.append("        )\n        for row in rows\n    ]\n");
        }
        text.append("\n\nMAPS: dict[str, Callable[[Sequence[Any]], list[Any]]] = {\n");
        client.models()
                .forEach(model -> text.append("    ")
                        .append(PythonClient.literal(model.name()))
                        .append(": ")
                        .append(function(model))
                        .append(",\n"));
        text.append("}\nDESCRIPTOR: dict[str, Any] = ")
                .append(PythonClient.literal(Descriptor.of(client.client()), ""));
        return text.append("\nTABLES = Tables(DESCRIPTOR, MAPS, MEMBERS, convert)\n")
                .toString();
    }

    private static String function(ModelClient model) {
        return "_map_" + model.name();
    }

    private static String members(String name) {
        return "_members_" + name;
    }

    private static String read(ColumnClient column, String value, PythonDriver driver) {
        if (column.enumName().isPresent()) {
            String members = members(column.enumName().get());
            if (column.isList()) {
                return orNone(column, value, "[" + members + "[item] for item in " + value + "]");
            }
            return column.isNullable() ? members + ".get(" + value + ")" : members + "[" + value + "]";
        }
        String reader = driver.reader(column.encoding());
        if (column.isList()) {
            String items =
                    reader.isEmpty() ? "list(" + value + ")" : "[" + reader + "(item) for item in " + value + "]";
            return orNone(column, value, items);
        }
        return reader.isEmpty() ? value : orNone(column, value, reader + "(" + value + ")");
    }

    private static String orNone(ColumnClient column, String value, String read) {
        return column.isNullable() ? "None if " + value + " is None else " + read : read;
    }
}
