package dev.flashorm.codegen.ir;

import java.util.List;

/**
 * A whole client, for one provider.
 *
 * @param provider the canonical name: `postgresql`
 * @param isDocuments whether records are documents, which commands reach instead of SQL
 * @param models in source order, without those that are ignored
 * @param enums in source order
 * @param composites in source order
 */
public record Client(
        String provider,
        boolean isDocuments,
        DialectClient dialect,
        List<ModelClient> models,
        List<EnumClient> enums,
        List<CompositeClient> composites) {
    public Client {
        models = List.copyOf(models);
        enums = List.copyOf(enums);
        composites = List.copyOf(composites);
    }

    /** The model of this name, which there is. */
    public ModelClient model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + name));
    }
}
