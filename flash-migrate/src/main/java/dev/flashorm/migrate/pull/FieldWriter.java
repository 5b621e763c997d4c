package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.migrate.pull.PulledModel.PulledField;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Columns as fields. */
final class FieldWriter {
    private final Provider provider;
    private final FieldTypes types;
    private final PulledNames names;
    private final DefaultText defaults;
    private final Map<String, PulledModel> composites = new TreeMap<>();

    FieldWriter(Provider provider, FieldTypes types, PulledNames names) {
        this.provider = provider;
        this.types = types;
        this.names = names;
        defaults = new DefaultText(types);
    }

    PulledModel model(Table table) {
        PulledModel model = names.model(table);
        table.comment().ifPresent(model::document);
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        for (Column column : table.columns()) {
            boolean required = !column.nullable() || key.contains(column.name());
            Column said = Numbering.canBeSaid(provider, types, table, column)
                    ? column
                    : column.withIdentity(Optional.empty());
            PulledField field = field(model, table.name(), column.name(), said, required);
            attributes(table, column, field);
            model.add(column.name(), field);
        }
        if (!isAddressable(table, model)) {
            model.document("No key tells the rows of this table apart, so that generated code has no access to it.");
            model.ignore();
        }
        return model;
    }

    /** Whether a key of required columns with types of the language tells rows apart. */
    private static boolean isAddressable(Table table, PulledModel model) {
        List<List<String>> keys = new ArrayList<>();
        table.primaryKey()
                .filter(key -> IndexWriter.canBeSaid(table, key))
                .map(PrimaryKey::columns)
                .ifPresent(keys::add);
        table.indexes().stream()
                .filter(ForeignKeys::isWholeUnique)
                .map(TableIndex::columns)
                .forEach(keys::add);
        return keys.stream()
                .anyMatch(key -> model.fields(key)
                        .filter(fields -> fields.stream().allMatch(field -> field.required() && field.supported()))
                        .isPresent());
    }

    PulledModel view(View view) {
        PulledModel model = names.view(view);
        for (Column column : view.columns()) {
            model.add(column.name(), field(model, view.name(), column.name(), column, !column.nullable()));
        }
        return model;
    }

    /** The `type` blocks that the fields so far need. */
    Collection<PulledModel> composites() {
        return composites.values();
    }

    /** One block serves all columns that a schema gives it to, as long as they are alike. */
    private PulledModel composite(ObjectName table, String path, List<Column> members) {
        PulledModel type = composite(table, path, members, true);
        PulledModel same = composites.putIfAbsent(type.name(), type);
        if (same == null || same.text().equals(type.text())) {
            return type;
        }
        PulledModel own = composite(table, path, members, false);
        composites.put(own.name(), own);
        return own;
    }

    private PulledModel composite(ObjectName table, String path, List<Column> members, boolean asKnown) {
        PulledModel type = names.composite(table, path, members, asKnown);
        for (Column member : members) {
            type.add(member.name(), field(type, table, path + "." + member.name(), member, !member.nullable()));
        }
        return type;
    }

    /** @param path the column, behind the members that lead to it */
    private PulledField field(PulledModel model, ObjectName table, String path, Column column, boolean required) {
        String name = names.field(model, path, column.name());
        ColumnType type = column.type();
        Optional<PulledEnum> enumType = names.enumOf(table, column.withName(path));
        Optional<PulledModel> inside = types.members(type).map(members -> composite(table, path, members));
        inside.ifPresent(block -> model.addMembers(column.name(), name, block));
        Optional<PulledType> pulled = enumType.isPresent() ? Optional.empty() : types.of(type);
        boolean supported = enumType.isPresent() || inside.isPresent() || pulled.isPresent();
        String text = enumType.map(PulledEnum::name)
                .or(() -> inside.map(PulledModel::name))
                .or(() -> pulled.map(found -> found.scalar().typeName()))
                .orElseGet(() -> "Unsupported(" + SchemaString.quote(types.unsupported(type)) + ")");
        boolean list = supported && type.array();
        PulledField field = PulledField.of(name, text + (list ? "[]" : required ? "" : "?"), required, supported);
        column.comment()
                .ifPresent(comment -> field.notes().addAll(comment.lines().toList()));
        defaults.of(
                        column,
                        pulled.map(PulledType::scalar),
                        enumType.map(PulledEnum::values).orElse(Map.of()))
                .ifPresent(value -> field.attributes().add("@default(" + value + ")"));
        if (!name.equals(column.name())) {
            field.attributes().add("@map(" + SchemaString.quote(column.name()) + ")");
        }
        pulled.flatMap(PulledType::nativeType)
                .ifPresent(nativeType -> field.attributes().add("@db." + nativeType));
        return field;
    }

    private void attributes(Table table, Column column, PulledField field) {
        if (provider.has(Capability.AUTO_DEFAULT)
                && field.attributes().contains("@db.ObjectId")
                && isKey(table, column)) {
            field.attributes().add(0, "@default(auto())");
        }
        boolean rowNumber = provider.has(Capability.AUTO_INCREMENT_ON_NON_ID)
                || column.identity().isPresent()
                || !column.type().name().equals("INTEGER");
        if (!rowNumber && isKey(table, column) && column.defaultValue().isEmpty()) {
            // SQLite numbers the rows of such a column whether it says so or not.
            field.attributes().add("@default(autoincrement())");
        }
        column.generated()
                .ifPresent(generated -> field.attributes()
                        .add("@generated("
                                + SchemaString.quote(generated.expression().sql()) + ", stored: " + generated.stored()
                                + ")"));
    }

    private static boolean isKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .isPresent();
    }
}
