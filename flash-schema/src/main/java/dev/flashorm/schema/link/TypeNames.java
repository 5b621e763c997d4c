package dev.flashorm.schema.link;

import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.syntax.TypeReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All names that a field's type can be. */
final class TypeNames {
    private static final Map<String, FieldType> SCALARS = scalars();

    private final Map<String, Object> named = new LinkedHashMap<>();

    private static Map<String, FieldType> scalars() {
        Map<String, FieldType> scalars = new HashMap<>();
        for (FieldType.Scalar scalar : FieldType.Scalar.values()) {
            scalars.put(scalar.typeName(), scalar);
        }
        return scalars;
    }

    void add(Model model) {
        named.put(model.name(), model);
    }

    void add(EnumType type) {
        named.put(type.name(), type);
    }

    void add(CompositeType type) {
        named.put(type.name(), type);
    }

    boolean isTaken(String name) {
        return named.containsKey(name);
    }

    Optional<Model> model(TypeReference reference) {
        return reference.unsupported().isEmpty() && named.get(reference.name().text()) instanceof Model model
                ? Optional.of(model)
                : Optional.empty();
    }

    /** Anything but a model. */
    Optional<FieldType> fieldType(TypeReference reference) {
        if (reference.unsupported().isPresent()) {
            return Optional.of(new FieldType.Unsupported(reference.unsupported().get()));
        }
        String name = reference.name().text();
        FieldType scalar = SCALARS.get(name);
        if (scalar != null) {
            return Optional.of(scalar);
        }
        return named.get(name) instanceof FieldType type ? Optional.of(type) : Optional.empty();
    }
}
