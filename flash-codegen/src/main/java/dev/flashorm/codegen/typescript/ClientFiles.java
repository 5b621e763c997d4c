package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.CompositeClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules about the whole client: what is imported, the client itself, the enums, and {@code Prisma}. */
record ClientFiles(Client client, TypescriptNames names) {
    /** The arguments of calls by the types of the support files. */
    private static final Map<String, String> ARGUMENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("FindUniqueArgs", "FindUniqueArgs"),
            Map.entry("FindUniqueOrThrowArgs", "FindUniqueArgs"),
            Map.entry("FindFirstArgs", "FindManyArgs"),
            Map.entry("FindFirstOrThrowArgs", "FindManyArgs"),
            Map.entry("FindManyArgs", "FindManyArgs"),
            Map.entry("CreateArgs", "CreateArgs"),
            Map.entry("CreateManyArgs", "CreateManyArgs"),
            Map.entry("CreateManyAndReturnArgs", "CreateManyAndReturnArgs"),
            Map.entry("UpdateArgs", "UpdateArgs"),
            Map.entry("UpdateManyArgs", "UpdateManyArgs"),
            Map.entry("UpdateManyAndReturnArgs", "UpdateManyAndReturnArgs"),
            Map.entry("UpsertArgs", "UpsertArgs"),
            Map.entry("DeleteArgs", "DeleteArgs"),
            Map.entry("DeleteManyArgs", "DeleteManyArgs"),
            Map.entry("CountArgs", "CountOfArgs"),
            Map.entry("AggregateArgs", "AggregateArgs"),
            Map.entry("GroupByArgs", "GroupByArgs"),
            Map.entry("DefaultArgs", "Shape")));

    String index() {
        StringBuilder text = new StringBuilder();
        text.append("export * from './runtime/errors.ts'\n")
                .append(
                        "export { FlashClient, FlashClient as PrismaClient, type TransactionClient } from './client.ts'\n")
                .append("export type { FlashOptions } from './runtime/options.ts'\n")
                .append("export * as Prisma from './prisma.ts'\n")
                .append("export * as $Enums from './enums.ts'\n");
        List<String> enums =
                client.enums().stream().map(type -> names.type(type.name())).toList();
        if (!enums.isEmpty()) {
            text.append("export { ").append(String.join(", ", enums)).append(" } from './enums.ts'\n");
        }
        for (CompositeClient type : client.composites()) {
            exportType(text, names.type(type.name()));
        }
        for (ModelClient model : client.models()) {
            exportType(text, names.type(model.name()));
        }
        return text.toString();
    }

    private static void exportType(StringBuilder text, String type) {
        text.append("export type { " + type + " } from './models/" + type + ".ts'\n");
    }

    String enums() {
        StringBuilder text = new StringBuilder();
        for (EnumClient type : client.enums()) {
            String name = names.type(type.name());
            text.append(text.isEmpty() ? "" : "\n")
                    .append(Literals.comment(type.documentation(), ""))
                    .append("export const " + name + " = {\n");
            for (EnumClient.Value value : type.values()) {
                text.append(Literals.comment(value.documentation(), "  "))
                        .append("  " + Literals.key(value.name()) + ": " + Literals.string(value.name()) + ",\n");
            }
            text.append("} as const\n")
                    .append("export type " + name + " = (typeof " + name + ")[keyof typeof " + name + "]\n");
        }
        return text.isEmpty() ? "export {}\n" : text.toString();
    }

    String database() {
        StringBuilder text = new StringBuilder();
        for (ModelClient model : client.models()) {
            String name = names.type(model.name()) + "Model";
            text.append("import type { " + name + " } from './models/" + names.type(model.name()) + ".ts'\n");
        }
        boolean isDocuments = client.isDocuments();
        text.append(
                        isDocuments
                                ? "import { DocumentClient } from './runtime/mongodb/client.ts'\n"
                                : "import { Client } from './runtime/client.ts'\n")
                .append("import type { FlashOptions } from './runtime/options.ts'\n")
                .append(isDocuments ? "" : "import { provider } from './runtime/" + client.provider() + ".ts'\n")
                .append("import type * as $ from './runtime/types.ts'\n")
                .append(
                        isDocuments
                                ? "import { schema } from './schema.ts'\n\n"
                                : "import { rows, schema } from './schema.ts'\n\n")
                .append("/** The database. Make one, and keep it as long as the program runs. */\n")
                .append("export class FlashClient extends " + (isDocuments ? "DocumentClient" : "Client") + " {\n")
                .append("  constructor(options: FlashOptions) {\n")
                .append(
                        isDocuments
                                ? "    super(schema, options)\n  }\n"
                                : "    super(schema, rows, provider, options)\n  }\n");
        for (ModelClient model : client.models()) {
            String type = "$." + delegate(model) + "<" + names.type(model.name()) + "Model>";
            text.append('\n')
                    .append(Literals.comment(model.documentation(), "  "))
                    .append("  get " + Literals.member(names.accessor(model.name())) + "(): " + type + " {\n")
                    .append("    return this.$model(" + Literals.string(model.name()) + ") as unknown as " + type
                            + "\n")
                    .append("  }\n");
        }
        return text.append("}\n\n")
                .append("/** What a transaction can do. */\n")
                .append("export type TransactionClient = Omit<FlashClient, '$connect' | '$disconnect' | '$on'>\n")
                .toString();
    }

    private String delegate(ModelClient model) {
        if (model.isView()) {
            return "ViewDelegate";
        }
        if (model.insert().isEmpty()) {
            return "ChangeDelegate";
        }
        return client.isDocuments() ? "DocumentDelegate" : "ModelDelegate";
    }

    String prisma() {
        StringBuilder text = new StringBuilder();
        String imported = client.models().stream()
                .map(model -> names.type(model.name()))
                .map(name -> "import type { " + name + "Model } from './models/" + name + ".ts'\n")
                .collect(Collectors.joining());
        text.append("/* The names that Prisma Client has for all these types. */\n")
                .append(imported)
                .append("import type * as $ from './runtime/types.ts'\n\n")
                .append("export { Decimal } from './runtime/decimal.ts'\n")
                .append("export { DbNull, JsonNull } from './runtime/values.ts'\n")
                .append(
                        client.isDocuments()
                                ? ""
                                : "export { empty, join, raw, sql, RawSql as Sql } from './runtime/raw.ts'\n")
                .append(
                        "export type { IsolationLevel as TransactionIsolationLevel, QueryEvent } from './runtime/options.ts'\n")
                .append("export type { TransactionClient } from './client.ts'\n")
                .append(
                        "export type {\n  BatchPayload,\n  Exact,\n  InputJsonObject,\n  InputJsonValue,\n  JsonArray,\n"
                                + "  JsonObject,\n  JsonValue,\n  QueryMode,\n  SelectSubset,\n  SortOrder,\n  SortOrderInput,\n"
                                + "} from './runtime/types.ts'\n");
        for (CompositeClient type : client.composites()) {
            String name = names.type(type.name());
            text.append("export type { " + name + "CreateInput, " + name + "WhereInput } from './models/" + name
                    + ".ts'\n");
        }
        text.append("\nexport const ModelName = {\n");
        client.models()
                .forEach(model ->
                        text.append("  " + Literals.key(model.name()) + ": " + Literals.string(model.name()) + ",\n"));
        text.append("} as const\nexport type ModelName = (typeof ModelName)[keyof typeof ModelName]\n");
        client.models().forEach(model -> prisma(model, text));
        return text.toString();
    }

    private void prisma(ModelClient model, StringBuilder text) {
        String name = names.type(model.name());
        String types = name + "Model";
        List<String> inputs = inputs(model).stream()
                .map(suffix -> "  " + name + suffix + ",\n")
                .toList();
        text.append("\nexport type {\n" + String.join("", inputs) + "} from './models/" + name + ".ts'\n");
        ARGUMENTS.forEach((suffix, type) -> {
            if (isOffered(model, suffix)) {
                text.append("export type " + name + suffix + " = $." + type + "<" + types + ">\n");
            }
        });
        text.append("export type " + name + "GetPayload<A> = $.Result<" + types + ", A>\n")
                .append("export type " + name + "Delegate = $." + delegate(model) + "<" + types + ">\n")
                .append("export const " + name + "ScalarFieldEnum = {\n");
        for (ColumnClient column : model.columns()) {
            text.append("  " + Literals.key(column.name()) + ": " + Literals.string(column.name()) + ",\n");
        }
        text.append("} as const\n")
                .append("export type " + name + "ScalarFieldEnum = (typeof " + name + "ScalarFieldEnum)[keyof typeof "
                        + name + "ScalarFieldEnum]\n");
    }

    private static boolean isOffered(ModelClient model, String arguments) {
        boolean isRead = arguments.startsWith("Find")
                || List.of("CountArgs", "AggregateArgs", "GroupByArgs", "DefaultArgs")
                        .contains(arguments);
        boolean isInsert = arguments.startsWith("Create") || arguments.startsWith("Upsert");
        return isRead || (!model.isView() && (!isInsert || model.insert().isPresent()));
    }

    private static List<String> inputs(ModelClient model) {
        List<String> reads =
                List.of("Include", "Omit", "OrderByWithRelationInput", "Select", "WhereInput", "WhereUniqueInput");
        List<String> writes = List.of(
                "CreateInput",
                "CreateManyInput",
                "UncheckedCreateInput",
                "UncheckedUpdateInput",
                "UncheckedUpdateManyInput",
                "UpdateInput",
                "UpdateManyMutationInput");
        List<String> counts = model.relations().stream().anyMatch(RelationClient::isList)
                ? List.of("CountOutputTypeSelect")
                : List.of();
        return Stream.of(reads, counts, model.isView() ? List.<String>of() : writes)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
