package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.EnumClient;

/** `enums.py`: texts that are members too, as `StrEnum` has them since Python 3.11. */
final class EnumsFile {
    private EnumsFile() {}

    static String text(Client client) {
        StringBuilder text = new StringBuilder("\"\"\"The enums of the schema.\"\"\"\n\n")
                .append("from __future__ import annotations\n");
        if (!client.enums().isEmpty()) {
            text.append("\nfrom enum import Enum as _Enum\n");
        }
        for (EnumClient type : client.enums()) {
            text.append("\n\nclass ")
                    .append(PythonClient.identifier(type.name()))
                    .append("(str, _Enum):\n");
            type.documentation()
                    .ifPresent(doc ->
                            text.append(PythonClient.documentation("    ", doc)).append('\n'));
            for (EnumClient.Value value : type.values()) {
                text.append("    ")
                        .append(member(value))
                        .append(" = ")
                        .append(PythonClient.literal(value.name()))
                        .append('\n');
                value.documentation().ifPresent(doc -> text.append(PythonClient.documentation("    ", doc)));
            }
            // A member is found wherever its text is.
            text.append("\n    __hash__ = str.__hash__\n    __str__ = str.__str__\n");
        }
        return text.toString();
    }

    /** `mro` and the methods of texts are taken. */
    static String member(EnumClient.Value value) {
        String name = PythonClient.identifier(value.name());
        return name.equals("mro") || name.equals("name") || name.equals("value") ? name + "_" : name;
    }
}
