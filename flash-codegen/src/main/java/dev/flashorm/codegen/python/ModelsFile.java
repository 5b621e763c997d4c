package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.List;

/** `models.py`: a slots dataclass for each model. Fields may be called like types, so these have names of their own. */
final class ModelsFile {
    private ModelsFile() {}

    static String text(PythonClient client) {
        StringBuilder text = new StringBuilder("\"\"\"The records of the schema's models.\"\"\"\n\n");
        text.append("from __future__ import annotations\n\n");
        String records = records(client);
        for (String module : List.of("builtins", "datetime", "decimal", "typing", "uuid")) {
            if (records.contains("_" + module + ".")) {
                text.append("import ")
                        .append(module)
                        .append(" as _")
                        .append(module)
                        .append('\n');
            }
        }
        text.append("from dataclasses import dataclass as _dataclass\n");
        if (records.contains("_enums.")) {
            text.append("\nfrom . import enums as _enums\n");
        }
        return text.append(records).toString();
    }

    private static String records(PythonClient client) {
        StringBuilder text = new StringBuilder();
        for (ModelClient model : client.models()) {
            text.append("\n\n@_dataclass(slots=True)\nclass ")
                    .append(PythonClient.identifier(model.name()))
                    .append(":\n");
            text.append(PythonClient.documentation(
                    "    ", model.documentation().orElse("A record of " + model.name() + ".")));
            text.append('\n');
            for (ColumnClient column : model.columns()) {
                text.append("    ").append(PythonClient.identifier(column.name()));
                text.append(": ").append(type(column)).append('\n');
                column.documentation().ifPresent(doc -> text.append(PythonClient.documentation("    ", doc)));
            }
            for (RelationClient relation : model.relations()) {
                String target = alias(relation.target());
                text.append("    ")
                        .append(PythonClient.identifier(relation.name()))
                        .append(": ")
                        .append(relation.isList() ? "_builtins.list[" + target + "]" : target)
                        .append(" | None = None\n");
                relation.documentation().ifPresent(doc -> text.append(PythonClient.documentation("    ", doc)));
            }
        }
        text.append("\n\n");
        client.models().stream()
                .flatMap(model -> model.relations().stream())
                .map(RelationClient::target)
                .distinct()
                .forEach(target -> text.append(alias(target))
                        .append(": _typing.TypeAlias = ")
                        .append(PythonClient.identifier(target))
                        .append('\n'));
        return text.toString();
    }

    private static String alias(String model) {
        return "_" + model + "_";
    }

    private static String type(ColumnClient column) {
        String type = column.enumName()
                .map(name -> "_enums." + PythonClient.identifier(name))
                .orElseGet(() -> scalar(column.type()));
        String value = column.isList() ? "_builtins.list[" + type + "]" : type;
        return column.isNullable() ? value + " | None" : value;
    }

    private static String scalar(ValueType type) {
        return switch (type) {
            case STRING, ENUM -> "_builtins.str";
            case BOOLEAN -> "_builtins.bool";
            case INT, BIG_INT -> "_builtins.int";
            case FLOAT -> "_builtins.float";
            case DECIMAL -> "_decimal.Decimal";
            case DATE_TIME -> "_datetime.datetime";
            case DATE -> "_datetime.date";
            case TIME -> "_datetime.time";
            case JSON, COMPOSITE -> "_typing.Any";
            case BYTES -> "_builtins.bytes";
            case UUID -> "_uuid.UUID";
        };
    }
}
