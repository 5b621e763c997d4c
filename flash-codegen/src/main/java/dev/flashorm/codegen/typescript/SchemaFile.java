package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.ValueType;

/** The descriptor as a literal, and for each model a function that makes a record of a whole row. */
final class SchemaFile {
    private SchemaFile() {}

    static String emit(Client client) {
        StringBuilder text = new StringBuilder();
        if (client.isDocuments()) {
            // Documents have names, by which the support files make records of them.
            return text.append("import type { Descriptor } from './runtime/descriptor.ts'\n\n")
                    .append(literal(client))
                    .toString();
        }
        boolean hasEnums = client.models().stream()
                .flatMap(model -> model.columns().stream())
                .anyMatch(column -> column.type() == ValueType.ENUM);
        text.append("import { ")
                .append(hasEnums ? "namesOf, " : "")
                .append("type Descriptor, type Row } from './runtime/descriptor.ts'\n")
                .append("import { read } from './runtime/")
                .append(client.provider())
                .append("-values.ts'\n\n")
                .append(literal(client))
                .append('\n');
        if (hasEnums) {
            text.append("const names = namesOf(schema)\n\n");
        }
        text.append("/** Records of rows: the columns begin at a place in the row. */\nexport const rows = {\n");
        for (ModelClient model : client.models()) {
            text.append("  ").append(Literals.key(model.name())).append(": (row: Row, at: number) => ({\n");
            int place = 0;
            for (ColumnClient column : model.columns()) {
                String value = place == 0 ? "row[at]" : "row[at + " + place + "]";
                text.append("    ")
                        .append(Literals.key(column.name()))
                        .append(": ")
                        .append(
                                column.isList()
                                        ? "read.list(" + value + ", " + listed(column) + ")"
                                        : one(column, value))
                        .append(",\n");
                place++;
            }
            text.append("  }),\n");
        }
        return text.append("}\n").toString();
    }

    private static String literal(Client client) {
        return "export const schema: Descriptor = " + Literals.value(Descriptor.of(client), "") + "\n";
    }

    private static String listed(ColumnClient column) {
        return column.enumName().isEmpty() ? "read." + column.encoding() : "(value) => " + one(column, "value");
    }

    private static String one(ColumnClient column, String value) {
        String names = column.enumName()
                .map(name -> ", names[" + Literals.string(name) + "]")
                .orElse("");
        return "read." + column.encoding() + "(" + value + names + ")";
    }
}
