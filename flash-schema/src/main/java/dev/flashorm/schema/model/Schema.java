package dev.flashorm.schema.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole schema: the single source of truth for migrations, code and tools. Lists are in source order. */
public final class Schema {
    private final Optional<Datasource> datasource;
    private final List<Generator> generators;
    private final List<Model> models;
    private final List<EnumType> enums;
    private final List<CompositeType> compositeTypes;
    private final List<Relation> relations;
    private final Map<String, Model> modelsByName = new LinkedHashMap<>();
    private final Map<String, EnumType> enumsByName = new LinkedHashMap<>();

    public Schema(
            Optional<Datasource> datasource,
            List<Generator> generators,
            List<Model> models,
            List<EnumType> enums,
            List<CompositeType> compositeTypes,
            List<Relation> relations) {
        this.datasource = datasource;
        this.generators = List.copyOf(generators);
        this.models = List.copyOf(models);
        this.enums = List.copyOf(enums);
        this.compositeTypes = List.copyOf(compositeTypes);
        this.relations = List.copyOf(relations);
        for (Model model : models) {
            modelsByName.putIfAbsent(model.name(), model);
        }
        for (EnumType type : enums) {
            enumsByName.putIfAbsent(type.name(), type);
        }
    }

    /** Empty for a schema that has no datasource block yet. */
    public Optional<Datasource> datasource() {
        return datasource;
    }

    public List<Generator> generators() {
        return generators;
    }

    /** Models and views; see {@link Model#isView()}. */
    public List<Model> models() {
        return models;
    }

    public List<EnumType> enums() {
        return enums;
    }

    public List<CompositeType> compositeTypes() {
        return compositeTypes;
    }

    /** Every relation once, in the order of its first field. */
    public List<Relation> relations() {
        return relations;
    }

    public Optional<Model> model(String name) {
        return Optional.ofNullable(modelsByName.get(name));
    }

    public Optional<EnumType> enumType(String name) {
        return Optional.ofNullable(enumsByName.get(name));
    }
}
