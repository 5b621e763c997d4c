package dev.flashorm.migrate.map;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The renames between two schemas, as names of the database: by another name in the language ({@link FormerNames}), or
 * by another `@map` of the same name.
 */
public final class DeclaredRenames {
    private final SchemaMapper mapper;
    private final FormerNames former;
    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, ObjectName> enums = new HashMap<>();
    private final Map<Renames.Member, String> columns = new HashMap<>();
    private final Map<Renames.Member, String> values = new HashMap<>();
    private final Map<Renames.Member, Map<String, String>> texts = new HashMap<>();

    public DeclaredRenames(SchemaMapper mapper, Schema after, FormerNames former) {
        this.mapper = mapper;
        this.former = former;
        after.models().stream().filter(model -> !model.isView()).forEach(this::collect);
        after.enums().forEach(this::collect);
        for (Relation relation : after.relations()) {
            if (relation instanceof Relation.ManyToMany pairs) {
                collect(pairs);
            }
        }
    }

    public Renames renames() {
        return new Renames(tables, enums, columns, values, texts);
    }

    /**
     * The table of a many-to-many relation goes by the names of its models: it is the one between the same two, told
     * apart by the fields when there are several. Its columns change places when the models' order does.
     */
    private void collect(Relation.ManyToMany pairs) {
        Optional<RelationField> from = formerField(pairs.from());
        Optional<RelationField> to = formerField(pairs.to());
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().relation() != to.get().relation()
                || !(from.get().relation() instanceof Relation.ManyToMany old)) {
            return;
        }
        ObjectName oldName = mapper.joinTableName(old);
        ObjectName newName = mapper.joinTableName(pairs);
        if (!oldName.equals(newName)) {
            tables.put(oldName, newName);
        }
        if (old.from() == to.get() && old.to() == from.get()) {
            columns.put(new Renames.Member(newName, "A"), "B");
            columns.put(new Renames.Member(newName, "B"), "A");
        }
    }

    private Optional<RelationField> formerField(RelationField field) {
        return former.field(field).filter(RelationField.class::isInstance).map(RelationField.class::cast);
    }

    private void collect(Model model) {
        Optional<Model> old = former.model(model);
        if (old.isEmpty()) {
            return;
        }
        ObjectName oldName = mapper.tableName(old.get());
        ObjectName newName = mapper.tableName(model);
        if (!oldName.equals(newName)) {
            tables.put(oldName, newName);
        }
        model.scalarFields().forEach(field -> collect(newName, field));
    }

    private void collect(ObjectName table, ScalarField field) {
        Optional<ScalarField> old =
                former.field(field).filter(ScalarField.class::isInstance).map(ScalarField.class::cast);
        old.map(ScalarField::databaseName)
                .filter(name -> !name.equals(field.databaseName()))
                .ifPresent(name -> columns.put(new Renames.Member(table, name), field.databaseName()));
        if (old.isPresent()
                && old.get().type() instanceof EnumType before
                && field.type() instanceof EnumType after
                && former.enumType(after).equals(Optional.of(before))) {
            Map<String, String> literals = literals(before, after);
            if (!literals.isEmpty()) {
                texts.put(new Renames.Member(table, field.databaseName()), literals);
            }
        }
    }

    /** What rows that hold an enum's values as text have to say instead; a value that is in the way, and goes, steps aside. */
    private Map<String, String> literals(EnumType before, EnumType after) {
        Map<String, String> renamed = new HashMap<>();
        Set<String> kept = new HashSet<>();
        for (EnumType.Value value : after.values()) {
            former.value(after, value).map(EnumType.Value::databaseName).ifPresent(old -> {
                kept.add(old);
                if (!old.equals(value.databaseName())) {
                    renamed.put(old, value.databaseName());
                }
            });
        }
        for (EnumType.Value value : before.values()) {
            String name = value.databaseName();
            if (!kept.contains(name) && renamed.containsValue(name)) {
                renamed.put(name, name + "_old");
            }
        }
        Map<String, String> literals = new HashMap<>();
        renamed.forEach((old, now) -> mapper.valueInRows(old)
                .ifPresent(
                        literal -> literals.put(literal, mapper.valueInRows(now).orElseThrow())));
        return literals;
    }

    private void collect(EnumType type) {
        ObjectName newName = mapper.enumName(type);
        former.enumType(type)
                .map(mapper::enumName)
                .filter(name -> !name.equals(newName))
                .ifPresent(name -> enums.put(name, newName));
        for (EnumType.Value value : type.values()) {
            former.value(type, value)
                    .map(EnumType.Value::databaseName)
                    .filter(name -> !name.equals(value.databaseName()))
                    .ifPresent(name -> values.put(new Renames.Member(newName, name), value.databaseName()));
        }
    }
}
