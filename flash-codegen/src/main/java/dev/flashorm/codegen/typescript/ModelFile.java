package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.CompositeClient;
import dev.flashorm.codegen.ir.Descriptor;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of a model or a composite type, in a module of their own. */
final class ModelFile {
    private final Client client;
    private final TypescriptNames names;
    private final ColumnTypes types;
    private final ModelClient model;
    private final String name;
    private final Set<String> references;
    private final Code code = new Code();

    private ModelFile(Client client, TypescriptNames names, ModelClient model) {
        this.client = client;
        this.names = names;
        this.types = new ColumnTypes(names);
        this.model = model;
        this.name = names.type(model.name());
        this.references = model.relations().stream()
                .filter(RelationClient::isOwning)
                .flatMap(relation -> relation.local().stream())
                .map(ColumnClient::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String emit(Client client, TypescriptNames names, ModelClient model) {
        return new ModelFile(client, names, model).emit();
    }

    static String emit(TypescriptNames names, CompositeClient composite) {
        ColumnTypes types = new ColumnTypes(names);
        String name = names.type(composite.name());
        Code code = new Code();
        code.block(
                composite.documentation(),
                "export interface " + name,
                body -> composite
                        .columns()
                        .forEach(column ->
                                body.member(column.documentation(), column.name(), false, types.value(column))));
        code.block(
                "export interface " + name + "CreateInput",
                body -> composite
                        .columns()
                        .forEach(column -> body.member(
                                column.name(), column.isNullable() || column.isList(), types.create(column))));
        code.block("export interface " + name + "WhereInput", body -> {
            combinations(body, name);
            composite.columns().forEach(column -> body.member(column.name(), true, types.where(column)));
        });
        return imports(composite.columns(), Stream.of(), names, name) + code;
    }

    private String emit() {
        row();
        conditions();
        choices();
        if (!model.isView()) {
            creations();
            changes();
        }
        model();
        return imports(model.columns(), model.relations().stream().flatMap(this::importedOf), names, name) + code;
    }

    private Stream<String> importedOf(RelationClient relation) {
        String target = target(relation);
        Stream<String> suffixes = relation.isList()
                ? Stream.of("Model", "WhereInput")
                : Stream.of("Model", "OrderByWithRelationInput", "WhereInput");
        return suffixes.map(suffix -> target + "#" + target + suffix);
    }

    /** @param relatedTypes `File#Type` */
    private static String imports(
            List<ColumnClient> columns, Stream<String> relatedTypes, TypescriptNames names, String own) {
        StringBuilder text = new StringBuilder("import type * as $ from '../runtime/types.ts'\n");
        if (columns.stream().anyMatch(column -> column.type() == ValueType.ENUM)) {
            text.append("import type * as $Enums from '../enums.ts'\n");
        }
        Set<String> all = relatedTypes.collect(Collectors.toCollection(TreeSet::new));
        columns.stream()
                .flatMap(column -> column.compositeName().stream())
                .map(names::type)
                .forEach(type -> Stream.of("", "CreateInput", "WhereInput")
                        .forEach(suffix -> all.add(type + "#" + type + suffix)));
        all.stream()
                .filter(type -> !type.startsWith(own + "#"))
                .collect(Collectors.groupingBy(
                        type -> type.substring(0, type.indexOf('#')),
                        TreeMap::new,
                        Collectors.mapping(type -> type.substring(type.indexOf('#') + 1), Collectors.joining(", "))))
                .forEach(
                        (file, imported) -> text.append("import type { " + imported + " } from './" + file + ".ts'\n"));
        return text.append('\n').toString();
    }

    private void row() {
        code.block(
                model.documentation(),
                "export interface " + name,
                body -> model.columns()
                        .forEach(column ->
                                body.member(column.documentation(), column.name(), false, types.value(column))));
    }

    private void conditions() {
        code.block("export interface " + name + "WhereInput", body -> {
            combinations(body, name);
            for (ColumnClient column : model.columns()) {
                body.member(column.documentation(), column.name(), true, types.where(column));
            }
            for (RelationClient relation : model.relations()) {
                body.member(relation.documentation(), relation.name(), true, relationFilter(relation));
            }
            if (!lists().isEmpty()) {
                body.member("_count", true, "$.CountFilter<" + Literals.union(lists()) + ">");
            }
        });
        List<String> keys =
                model.keys().stream().map(Descriptor::keyName).distinct().toList();
        if (keys.isEmpty()) {
            code.line("export type " + name + "WhereUniqueInput = never");
            return;
        }
        code.block(
                "interface " + name + "Uniques extends $.Except<" + name + "WhereInput, " + Literals.union(keys) + ">",
                body -> model.keys().stream()
                        .filter(key -> keys.contains(Descriptor.keyName(key)))
                        .forEach(key -> body.member(Descriptor.keyName(key), true, keyType(key))));
        code.line("/** At least one of the uniques, and whatever else the record must satisfy. */\nexport type " + name
                + "WhereUniqueInput = $.AtLeast<" + name + "Uniques, " + Literals.union(keys) + ">");
    }

    private static void combinations(Code body, String name) {
        body.member("AND", true, "$.Many<" + name + "WhereInput>");
        body.member("OR", true, "readonly " + name + "WhereInput[]");
        body.member("NOT", true, "$.Many<" + name + "WhereInput>");
    }

    private String keyType(KeyClient key) {
        if (key.columns().size() == 1) {
            return types.unique(key.columns().get(0));
        }
        return "{ "
                + key.columns().stream()
                        .map(column -> Literals.member(column.name()) + ": " + types.unique(column))
                        .collect(Collectors.joining("; "))
                + " }";
    }

    private String relationFilter(RelationClient relation) {
        String where = target(relation) + "WhereInput";
        if (relation.isList()) {
            return "$.ListRelationFilter<" + where + ">";
        }
        return relation.isNullable()
                ? where + " | $.RelationFilter<" + where + ", null> | null"
                : where + " | $.RelationFilter<" + where + ">";
    }

    private void choices() {
        code.block("export interface " + name + "OrderByWithRelationInput", body -> {
            for (ColumnClient column : model.columns()) {
                if (column.type() != ValueType.COMPOSITE) {
                    body.member(
                            column.name(), true, "$.SortOrder" + (column.isNullable() ? " | $.SortOrderInput" : ""));
                }
            }
            for (RelationClient relation : model.relations()) {
                body.member(
                        relation.name(),
                        true,
                        relation.isList() ? "{ _count?: $.SortOrder }" : target(relation) + "OrderByWithRelationInput");
            }
        });
        if (!lists().isEmpty()) {
            counts();
        }
        code.block("export interface " + name + "Include", body -> {
            for (RelationClient relation : model.relations()) {
                String arguments = relation.isList() ? "$.RelatedArgs" : "$.RelatedOneArgs";
                body.member(
                        relation.documentation(),
                        relation.name(),
                        true,
                        "boolean | " + arguments + "<" + target(relation) + "Model>");
            }
            if (!lists().isEmpty()) {
                body.member("_count", true, "boolean | { select: " + name + "CountOutputTypeSelect }");
            }
        });
        code.line("export interface " + name + "Select extends $.Flags<" + name + ">, " + name + "Include {}");
        code.line("export type " + name + "Omit = $.Flags<" + name + ">");
    }

    private void counts() {
        code.block(
                "export interface " + name + "CountOutputTypeSelect",
                body -> model.relations().stream()
                        .filter(RelationClient::isList)
                        .forEach(relation -> body.member(
                                relation.name(), true, "boolean | $.CountArgs<" + target(relation) + "Model>")));
    }

    private void creations() {
        code.block(
                "export interface " + name + "CreateManyInput",
                body -> written()
                        .forEach(column -> body.member(
                                column.documentation(),
                                column.name(),
                                !column.isRequiredInDraft(),
                                types.create(column))));
        code.block(
                "export interface " + name + "CreateInput extends " + withoutReferences("CreateManyInput"),
                body -> model.relations()
                        .forEach(relation ->
                                body.member(relation.name(), !isRequired(relation), nested("Create", relation))));
        code.block(
                "export interface " + name + "UncheckedCreateInput extends " + name + "CreateManyInput",
                body -> model.relations().stream()
                        .filter(ModelFile::isOfOthers)
                        .forEach(relation -> body.member(relation.name(), true, nested("Create", relation))));
    }

    /** Not by a column alone: at the other end, or at both. */
    private static boolean isOfOthers(RelationClient relation) {
        return !relation.isOwning() || relation.isList();
    }

    /** A reference that has a value of its own need not be given. */
    private static boolean isRequired(RelationClient relation) {
        return relation.isOwning()
                && !relation.isNullable()
                && !relation.isList()
                && relation.local().stream().anyMatch(ColumnClient::isRequiredInDraft);
    }

    private void changes() {
        code.block(
                "export interface " + name + "UncheckedUpdateManyInput",
                body -> written()
                        .forEach(column ->
                                body.member(column.documentation(), column.name(), true, types.update(column))));
        code.line("export interface " + name + "UpdateManyMutationInput extends "
                + withoutReferences("UncheckedUpdateManyInput") + " {}");
        code.block(
                "export interface " + name + "UpdateInput extends " + name + "UpdateManyMutationInput",
                body -> model.relations()
                        .forEach(relation -> body.member(relation.name(), true, nested("Update", relation))));
        code.block(
                "export interface " + name + "UncheckedUpdateInput extends " + name + "UncheckedUpdateManyInput",
                body -> model.relations().stream()
                        .filter(ModelFile::isOfOthers)
                        .forEach(relation -> body.member(relation.name(), true, nested("Update", relation))));
    }

    private String withoutReferences(String suffix) {
        return references.isEmpty()
                ? name + suffix
                : "$.Except<" + name + suffix + ", " + Literals.union(List.copyOf(references)) + ">";
    }

    private String nested(String operation, RelationClient relation) {
        String count =
                relation.isList() ? "Many" : operation.equals("Update") && relation.isNullable() ? "Optional" : "One";
        String type = "$." + operation + "Nested" + count;
        return type + "<" + target(relation) + "Model, " + Literals.union(Ends.back(client, model, relation)) + ">";
    }

    private void model() {
        code.block(Optional.of("What the types of calls are made of."), "export interface " + name + "Model", body -> {
            body.member("row", false, name);
            body.member(
                    "relations",
                    false,
                    model.relations().isEmpty()
                            ? "{}"
                            : model.relations().stream()
                                    .map(relation ->
                                            "    " + Literals.member(relation.name()) + ": " + end(relation) + "\n")
                                    .collect(Collectors.joining("", "{\n", "  }")));
            body.member("where", false, name + "WhereInput");
            body.member("unique", false, name + "WhereUniqueInput");
            body.member("select", false, name + "Select");
            body.member("include", false, name + "Include");
            body.member("omit", false, name + "Omit");
            body.member("orderBy", false, name + "OrderByWithRelationInput");
            boolean isInsertable = model.insert().isPresent();
            body.member("create", false, isInsertable ? name + "CreateInput" : "never");
            body.member("uncheckedCreate", false, isInsertable ? name + "UncheckedCreateInput" : "never");
            body.member("createMany", false, isInsertable ? name + "CreateManyInput" : "never");
            body.member("update", false, model.isView() ? "never" : name + "UpdateInput");
            body.member("uncheckedUpdate", false, model.isView() ? "never" : name + "UncheckedUpdateInput");
            body.member("updateMany", false, model.isView() ? "never" : name + "UncheckedUpdateManyInput");
        });
    }

    private String end(RelationClient relation) {
        return target(relation) + "Model" + (relation.isList() ? "[]" : relation.isNullable() ? " | null" : "");
    }

    private String target(RelationClient relation) {
        return names.type(relation.target());
    }

    private List<String> lists() {
        return model.relations().stream()
                .filter(RelationClient::isList)
                .map(RelationClient::name)
                .toList();
    }

    private Stream<ColumnClient> written() {
        return model.columns().stream().filter(column -> !column.isGenerated());
    }
}
