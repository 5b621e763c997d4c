package dev.flashorm.migrate.map;

import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each thing of a schema was in the schema before: the one it was renamed from, or else the one of its name. A
 * rename is said by a person ({@link SchemaRenames}), or by `@renamedFrom`; where the schema before does not know the old
 * name, the rename is done already, and the note says nothing any more.
 */
public final class FormerNames {
    private final Schema before;
    private final Schema after;
    private final SchemaRenames asked;

    public FormerNames(Schema before, Schema after, SchemaRenames asked) {
        this.before = before;
        this.after = after;
        this.asked = asked;
    }

    /** The model before; views are nobody's. */
    public Optional<Model> model(Model model) {
        Optional<String> origin = asked.origin(model.name());
        if (origin.isPresent()) {
            return origin.flatMap(before::model);
        }
        Optional<Model> namesake = before.model(model.name()).filter(old -> !isTaken(old.name()));
        return model.renamedFrom()
                .filter(name -> after.model(name).isEmpty())
                .flatMap(before::model)
                .or(() -> namesake)
                .filter(old -> !old.isView());
    }

    /** The field before, in the model before. */
    public Optional<Field> field(Field field) {
        Optional<Model> former = model(field.model());
        if (former.isEmpty()) {
            return Optional.empty();
        }
        Model old = former.get();
        Optional<String> origin = asked.origin(path(field));
        if (origin.isPresent()) {
            return old.field(member(origin.get()));
        }
        Optional<Field> namesake = old.field(field.name()).filter(same -> !isTaken(old.name() + "." + same.name()));
        return field.renamedFrom()
                .filter(name -> field.model().field(name).isEmpty())
                .flatMap(old::field)
                .or(() -> namesake);
    }

    public Optional<EnumType> enumType(EnumType type) {
        return asked.origin(type.name())
                .map(before::enumType)
                .orElseGet(() -> before.enumType(type.name()).filter(old -> !isTaken(old.name())));
    }

    /** The value before, in the enum before. */
    public Optional<EnumType.Value> value(EnumType type, EnumType.Value value) {
        Optional<EnumType> former = enumType(type);
        if (former.isEmpty()) {
            return Optional.empty();
        }
        EnumType old = former.get();
        Optional<String> origin = asked.origin(type.name() + "." + value.name());
        if (origin.isPresent()) {
            return old.value(member(origin.get()));
        }
        Optional<EnumType.Value> namesake =
                old.value(value.name()).filter(same -> !isTaken(old.name() + "." + same.name()));
        return value.renamedFrom()
                .filter(name -> type.value(name).isEmpty())
                .flatMap(old::value)
                .or(() -> namesake);
    }

    /** Everything whose path differs from what it was, new path to old path: what a migration records. */
    public Map<String, String> renames() {
        Map<String, String> renames = new TreeMap<>();
        for (Model model : after.models()) {
            model(model).ifPresent(old -> {
                put(renames, model.name(), old.name());
                for (Field field : model.fields()) {
                    field(field).ifPresent(was -> putMember(renames, model, field, was));
                }
            });
        }
        for (EnumType type : after.enums()) {
            enumType(type).ifPresent(old -> {
                put(renames, type.name(), old.name());
                for (EnumType.Value value : type.values()) {
                    value(type, value)
                            .filter(was -> !was.name().equals(value.name()))
                            .ifPresent(was ->
                                    put(renames, type.name() + "." + value.name(), old.name() + "." + was.name()));
                }
            });
        }
        return renames;
    }

    private static void putMember(Map<String, String> renames, Model model, Field field, Field was) {
        if (!field.name().equals(was.name())) {
            put(renames, model.name() + "." + field.name(), path(was));
        }
    }

    private static void put(Map<String, String> renames, String now, String was) {
        if (!now.equals(was)) {
            renames.put(now, was);
        }
    }

    /** Whether somebody has said that it is something else now. */
    private boolean isTaken(String oldPath) {
        return asked.origins().containsValue(oldPath);
    }

    static String path(Field field) {
        return field.model().name() + "." + field.name();
    }

    static String member(String path) {
        return path.substring(path.indexOf('.') + 1);
    }
}
