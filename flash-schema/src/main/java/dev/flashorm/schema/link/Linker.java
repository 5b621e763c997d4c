package dev.flashorm.schema.link;

import dev.flashorm.schema.model.Check;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.CompositeTypeDeclaration;
import dev.flashorm.schema.syntax.Declaration.DatasourceDeclaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Declaration.GeneratorDeclaration;
import dev.flashorm.schema.syntax.Declaration.ModelDeclaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import dev.flashorm.schema.syntax.FieldDeclaration;
import dev.flashorm.schema.syntax.SchemaDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links the declarations of all files into one schema. Links as much as it can of a broken one: an element that makes
 * no sense, or whose name is taken, is left out, and validation says why.
 */
public final class Linker {
    private final Origins origins = new Origins();
    private final TypeNames types = new TypeNames();
    private final Map<Model, ModelDeclaration> models = new LinkedHashMap<>();
    private final Map<CompositeType, CompositeTypeDeclaration> compositeTypes = new LinkedHashMap<>();
    private final List<EnumType> enums = new ArrayList<>();
    private final List<Generator> generators = new ArrayList<>();
    private Optional<Datasource> datasource = Optional.empty();

    private Linker() {}

    /** Never throws: validation says what is wrong. */
    public static LinkedSchema link(List<SchemaDocument> documents) {
        return new Linker().linkAll(documents);
    }

    private LinkedSchema linkAll(List<SchemaDocument> documents) {
        for (SchemaDocument document : documents) {
            for (Declaration declaration : document.declarations()) {
                declare(declaration);
            }
        }
        Optional<Provider> provider =
                datasource.isPresent() ? Providers.byName(datasource.get().provider()) : Optional.empty();
        FieldLinker fields = new FieldLinker(
                types, datasource.isPresent() ? Optional.of(datasource.get().name()) : Optional.empty());
        ConstraintNames names =
                new ConstraintNames(provider.isPresent() ? provider.get().maxIdentifierLength() : Integer.MAX_VALUE);
        for (Map.Entry<CompositeType, CompositeTypeDeclaration> type : compositeTypes.entrySet()) {
            completeType(type.getKey(), type.getValue(), fields);
        }
        for (Map.Entry<Model, ModelDeclaration> model : models.entrySet()) {
            completeModel(model.getKey(), model.getValue(), fields, names, provider);
        }
        List<Model> modelList = List.copyOf(models.keySet());
        RelationMode mode = datasource.isPresent() ? datasource.get().relationMode() : RelationMode.FOREIGN_KEYS;
        List<Relation> relations = new RelationLinker(origins, names, provider, mode).link(modelList);
        Schema schema =
                new Schema(datasource, generators, modelList, enums, List.copyOf(compositeTypes.keySet()), relations);
        return new LinkedSchema(schema, origins, provider);
    }

    private void declare(Declaration declaration) {
        if (declaration instanceof DatasourceDeclaration block) {
            if (datasource.isEmpty()) {
                Datasource made = ConfigurationLinker.datasource(block);
                origins.put(made, block);
                datasource = Optional.of(made);
            }
        } else if (declaration instanceof GeneratorDeclaration block) {
            Generator made = ConfigurationLinker.generator(block);
            origins.put(made, block);
            generators.add(made);
        } else if (types.isTaken(declaration.name().text())) {
            return;
        } else if (declaration instanceof ModelDeclaration block) {
            Model model = model(block);
            types.add(model);
            models.put(model, block);
            origins.put(model, block);
        } else if (declaration instanceof CompositeTypeDeclaration block) {
            CompositeType type = new CompositeType(
                    block.name().text(), block.documentation(), block.name().span());
            types.add(type);
            compositeTypes.put(type, block);
            origins.put(type, block);
        } else if (declaration instanceof EnumDeclaration block) {
            EnumType type = enumType(block);
            types.add(type);
            enums.add(type);
            origins.put(type, block);
        }
    }

    private static Model model(ModelDeclaration block) {
        return new Model(
                block.name().text(),
                block.isView(),
                mainString(block.attribute("map")).orElse(block.name().text()),
                mainString(block.attribute("schema")),
                block.documentation(),
                block.attribute("ignore").isPresent(),
                mainString(block.attribute("renamedFrom")),
                block.name().span());
    }

    private EnumType enumType(EnumDeclaration block) {
        List<EnumType.Value> values = new ArrayList<>();
        for (EnumValueDeclaration line : block.values()) {
            EnumType.Value value = new EnumType.Value(
                    line.name().text(),
                    mainString(line.attribute("map")).orElse(line.name().text()),
                    line.documentation(),
                    mainString(line.attribute("renamedFrom")),
                    line.span());
            origins.put(value, line);
            values.add(value);
        }
        return new EnumType(
                block.name().text(),
                mainString(block.attribute("map")).orElse(block.name().text()),
                mainString(block.attribute("schema")),
                values,
                block.documentation(),
                block.name().span());
    }

    private void completeType(CompositeType type, CompositeTypeDeclaration block, FieldLinker fields) {
        Map<String, CompositeType.Member> members = new LinkedHashMap<>();
        for (FieldDeclaration line : block.fields()) {
            Optional<CompositeType.Member> member = fields.member(line);
            if (member.isPresent()) {
                origins.put(member.get(), line);
                members.putIfAbsent(line.name().text(), member.get());
            }
        }
        type.complete(List.copyOf(members.values()));
    }

    private void completeModel(
            Model model,
            ModelDeclaration block,
            FieldLinker fields,
            ConstraintNames names,
            Optional<Provider> provider) {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (FieldDeclaration line : block.fields()) {
            Optional<Field> field = fields.field(line, model);
            if (field.isPresent() && !byName.containsKey(line.name().text())) {
                origins.put(field.get(), line);
                byName.put(line.name().text(), field.get());
            }
        }
        model.complete(
                List.copyOf(byName.values()),
                new IndexLinker(model, byName, names, provider, origins).link(block),
                checks(model, block, names));
    }

    private static List<Check> checks(Model model, ModelDeclaration block, ConstraintNames names) {
        List<Check> checks = new ArrayList<>();
        for (Attribute attribute : block.attributes()) {
            if (attribute.is("check")) {
                Optional<String> sql = attribute.arguments().mainString("expression");
                if (sql.isPresent()) {
                    String name = attribute
                            .arguments()
                            .string("name")
                            .orElse(names.check(model.databaseName(), checks.size() + 1));
                    checks.add(new Check(sql.get(), name, attribute.span()));
                }
            }
        }
        return checks;
    }

    private static Optional<String> mainString(Optional<Attribute> attribute) {
        return attribute.isPresent() ? attribute.get().arguments().mainString("name") : Optional.empty();
    }
}
