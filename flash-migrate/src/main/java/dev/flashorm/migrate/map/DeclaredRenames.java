package dev.flashorm.migrate.map;

import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Model;
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
    private final Map<ObjectName, ObjectName> tables = new HashMap<>();
    private final Map<ObjectName, ObjectName> enums = new HashMap<>();
    private final Map<Renames.Member, String> columns = new HashMap<>();
    private final Map<Renames.Member, String> values = new HashMap<>();

    public DeclaredRenames(SchemaMapper mapper, Schema before, Schema after) {
        this.mapper = mapper;
        this.before = before;
        after.models().stream().filter(model -> !model.isView()).forEach(model -> collect(after, model));
        after.enums().forEach(this::collect);
    }

    /** Together with others, which win. */
    public Renames with(Renames others) {
        tables.putAll(others.tables());
        enums.putAll(others.enums());
        columns.putAll(others.columns());
        values.putAll(others.values());
        return new Renames(tables, enums, columns, values);
    }

    private void collect(Schema after, Model model) {
        Optional<Model> former = model.renamedFrom()
                .filter(name -> after.model(name).isEmpty())
                .flatMap(before::model)
                .or(() -> before.model(model.name()))
                .filter(old -> !old.isView());
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
