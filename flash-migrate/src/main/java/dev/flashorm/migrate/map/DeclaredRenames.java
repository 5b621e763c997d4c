package dev.flashorm.migrate.map;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The renames that a schema declares, as names of the database: by `@renamedFrom`, or by another `@map` of the same name.
 * One that the schema before does not know is done already, and says nothing.
 */
public final class DeclaredRenames {
    private final SchemaMapper mapper;
    private final Schema before;
    private final Schema after;
    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, ObjectName> enums = new HashMap<>();
    private final Map<Renames.Member, String> columns = new HashMap<>();
    private final Map<Renames.Member, String> values = new HashMap<>();

    public DeclaredRenames(SchemaMapper mapper, Schema before, Schema after) {
        this.mapper = mapper;
        this.before = before;
        this.after = after;
        after.models().stream().filter(model -> !model.isView()).forEach(this::collect);
        after.enums().forEach(this::collect);
        for (Relation relation : after.relations()) {
            if (relation instanceof Relation.ManyToMany pairs) {
                collect(pairs);
            }
        }
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
                || !(from.get().relation() instanceof Relation.ManyToMany former)) {
            return;
        }
        ObjectName oldName = mapper.joinTableName(former);
        ObjectName newName = mapper.joinTableName(pairs);
        if (!oldName.equals(newName)) {
            tables.put(oldName, newName);
        }
        if (former.from() == to.get() && former.to() == from.get()) {
            columns.put(new Renames.Member(newName, "A"), "B");
            columns.put(new Renames.Member(newName, "B"), "A");
        }
    }

    private Optional<RelationField> formerField(RelationField field) {
        Optional<Model> model = former(field.model());
        return field.renamedFrom()
                .filter(name -> field.model().field(name).isEmpty())
                .flatMap(name -> model.flatMap(old -> old.field(name)))
                .or(() -> model.flatMap(old -> old.field(field.name())))
                .filter(RelationField.class::isInstance)
                .map(RelationField.class::cast);
    }

    private Optional<Model> former(Model model) {
        return model.renamedFrom()
                .filter(name -> after.model(name).isEmpty())
                .flatMap(before::model)
                .or(() -> before.model(model.name()))
                .filter(old -> !old.isView());
    }

    /** Together with others, which win. */
    public Renames with(Renames others) {
        tables.putAll(others.tables());
        enums.putAll(others.enums());
        columns.putAll(others.columns());
        values.putAll(others.values());
        return new Renames(tables, enums, columns, values);
    }

    private void collect(Model model) {
        Optional<Model> former = former(model);
        if (former.isEmpty()) {
            return;
        }
        ObjectName oldName = mapper.tableName(former.get());
        ObjectName newName = mapper.tableName(model);
        if (!oldName.equals(newName)) {
            tables.put(oldName, newName);
        }
        model.scalarFields().forEach(field -> collect(newName, former.get(), field));
    }

    private void collect(ObjectName table, Model former, ScalarField field) {
        Optional<Field> old = field.renamedFrom()
                .filter(name -> field.model().field(name).isEmpty())
                .flatMap(former::field)
                .or(() -> former.field(field.name()));
        old.filter(ScalarField.class::isInstance)
                .map(found -> ((ScalarField) found).databaseName())
                .filter(name -> !name.equals(field.databaseName()))
                .ifPresent(name -> columns.put(new Renames.Member(table, name), field.databaseName()));
    }

    private void collect(EnumType type) {
        Optional<EnumType> former = before.enumType(type.name());
        former.map(mapper::enumName)
                .filter(name -> !name.equals(mapper.enumName(type)))
                .ifPresent(name -> enums.put(name, mapper.enumName(type)));
        for (EnumType.Value value : type.values()) {
            value.renamedFrom()
                    .filter(name -> type.value(name).isEmpty())
                    .flatMap(name -> former.flatMap(old -> old.value(name)))
                    .map(EnumType.Value::databaseName)
                    .filter(name -> !name.equals(value.databaseName()))
                    .ifPresent(
                            name -> values.put(new Renames.Member(mapper.enumName(type), name), value.databaseName()));
        }
    }
}
