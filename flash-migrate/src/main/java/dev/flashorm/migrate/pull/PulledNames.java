package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The names of blocks, given out once for the whole file: tables first, then views, then enums. */
final class PulledNames {
    private static final String OWN_SCHEMA = "public";

    private final FieldTypes types;
    private final KnownNames known;
    private final DatabaseSchema database;
    private final Identifiers identifiers = new Identifiers();
    private final Map<ObjectName, String> blocks = new HashMap<>();
    private final Map<ObjectName, PulledEnum> enumTypes = new HashMap<>();
    private final List<PulledEnum> enums = new ArrayList<>();
    private final List<String> schemas;

    PulledNames(Provider provider, FieldTypes types, KnownNames known, DatabaseSchema database) {
        this.types = types;
        this.known = known;
        this.database = database;
        take(database);
        schemas = provider.has(Capability.MULTI_SCHEMA) ? schemas(database) : List.of();
        database.tables().forEach(table -> block(table.name()));
        database.views().stream().map(View::name).forEach(this::block);
        for (DatabaseEnum type : database.enums()) {
            if (PulledEnum.canBeSaid(type)) {
                enumTypes.put(type.name(), enumType(type));
            }
        }
    }

    /** Empty when nothing lies outside of the connection's own schema. */
    private static List<String> schemas(DatabaseSchema database) {
        if (database.schemas().isEmpty()) {
            return List.of();
        }
        TreeSet<String> all = new TreeSet<>(database.schemas());
        boolean own = database.tables().stream()
                        .anyMatch(table -> table.name().schema().isEmpty())
                || database.enums().stream()
                        .anyMatch(type -> type.name().schema().isEmpty())
                || database.views().stream()
                        .anyMatch(view -> view.name().schema().isEmpty());
        if (own) {
            all.add(OWN_SCHEMA);
        }
        return List.copyOf(all);
    }

    /** Known names first: new ones make way. */
    private void take(DatabaseSchema all) {
        known.composites().forEach(identifiers::take);
        all.tables().forEach(table -> known.block(table.name()).ifPresent(identifiers::take));
        all.views().forEach(view -> known.block(view.name()).ifPresent(identifiers::take));
        all.enums()
                .forEach(type -> known.enumType(type.name()).map(EnumType::name).ifPresent(identifiers::take));
        for (Table table : all.tables()) {
            for (Column column : table.columns()) {
                known.enumOf(table.name(), column.name()).map(EnumType::name).ifPresent(identifiers::take);
            }
        }
    }

    private void block(ObjectName name) {
        Optional<String> given = known.block(name);
        if (given.isPresent()) {
            blocks.put(name, given.get());
            return;
        }
        String wanted = name.name();
        if (identifiers.isTaken(Identifiers.sanitized(wanted)) && name.schema().isPresent()) {
            wanted = name.schema().get() + "_" + wanted;
        }
        blocks.put(name, identifiers.block(wanted));
    }

    private PulledEnum enumType(DatabaseEnum type) {
        String databaseName = type.name().name();
        Optional<EnumType> given = known.enumType(type.name());
        String name = given.map(EnumType::name).orElseGet(() -> identifiers.block(databaseName));
        Optional<String> mapped = name.equals(databaseName) ? Optional.empty() : Optional.of(databaseName);
        Optional<String> schema = schemaOf(type.name());
        PulledEnum pulled = given.map(old -> PulledEnum.known(old, type.values(), mapped, schema))
                .orElseGet(() -> PulledEnum.of(name, type.values(), mapped, schema));
        enums.add(pulled);
        return pulled;
    }

    /** Those that the datasource has to list; empty for one schema only. */
    List<String> schemas() {
        return schemas;
    }

    List<PulledEnum> enums() {
        return enums;
    }

    String of(ObjectName table) {
        return blocks.getOrDefault(table, table.name());
    }

    /** The enum of a column: a type of the database, or one that only this column has. */
    Optional<PulledEnum> enumOf(ObjectName table, Column column) {
        ColumnType type = column.type();
        if (type.enumName().isPresent()) {
            return Optional.ofNullable(enumTypes.get(type.enumName().get()));
        }
        return types.enumValues(type)
                .map(values -> known.enumOf(table, column.name())
                        .flatMap(given -> ownEnum(given, values))
                        .orElseGet(() -> {
                            String name = identifiers.block(table.name() + "_" + column.name());
                            PulledEnum own = PulledEnum.of(name, values, Optional.empty(), Optional.empty());
                            enums.add(own);
                            return own;
                        }));
    }

    /** A known enum of columns, as long as all of them have the same values; empty once they differ. */
    private Optional<PulledEnum> ownEnum(EnumType given, List<String> values) {
        Optional<PulledEnum> before =
                enums.stream().filter(one -> one.name().equals(given.name())).findFirst();
        boolean alike = given.values().stream()
                        .map(EnumType.Value::databaseName)
                        .toList()
                        .equals(values)
                || known.areAll(given, (table, column) -> hasValues(table, column, values));
        if (!alike) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            PulledEnum own = PulledEnum.known(given, values, Optional.empty(), Optional.empty());
            enums.add(own);
            return Optional.of(own);
        }
        return before;
    }

    /** A column that is gone is no obstacle. */
    private boolean hasValues(ObjectName table, String column, List<String> values) {
        return database.table(table)
                .flatMap(found -> found.column(column))
                .map(found -> types.enumValues(found.type()).equals(Optional.of(values)))
                .orElse(true);
    }

    /** `@@map` and `@@schema`. */
    void writeMapping(PulledModel model) {
        if (!model.name().equals(model.table().name())) {
            model.attribute("@@map(" + SchemaString.quote(model.table().name()) + ")");
        }
        schemaOf(model.table()).ifPresent(schema -> model.attribute("@@schema(" + SchemaString.quote(schema) + ")"));
    }

    private Optional<String> schemaOf(ObjectName name) {
        return schemas.isEmpty() ? Optional.empty() : Optional.of(name.schema().orElse(OWN_SCHEMA));
    }

    /** A table's block under its name, with the names of its known fields given out. */
    PulledModel model(Table table) {
        return block("model", table.name(), table.columns());
    }

    /** A view's. */
    PulledModel view(View view) {
        return block("view", view.name(), view.columns());
    }

    private PulledModel block(String keyword, ObjectName name, List<Column> columns) {
        PulledModel model = new PulledModel(keyword, of(name), name);
        columns.forEach(column -> known.field(name, column.name()).ifPresent(model.fieldNames()::take));
        known.relationFields(name).forEach(model.fieldNames()::take);
        return model;
    }

    /** The block of a composite type, with the names of its known members given out. */
    PulledModel composite(ObjectName table, String path, List<Column> members, boolean asKnown) {
        String name = known.compositeOf(table, path)
                .filter(found -> asKnown)
                .orElseGet(() -> identifiers.block(typeName(table.name() + "." + path)));
        PulledModel model = new PulledModel("type", name, table);
        members.forEach(member -> known.field(table, path + "." + member.name()).ifPresent(model.fieldNames()::take));
        return model;
    }

    /** `user.home` as `UserHome`. */
    private static String typeName(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            int first = Math.min(1, part.length());
            name.append(part.substring(0, first).toUpperCase(Locale.ROOT)).append(part.substring(first));
        }
        return name.toString();
    }

    /**
     * The name of a column's field.
     *
     * @param path the column, behind the members that lead to it
     */
    String field(PulledModel model, String path, String column) {
        return known.field(model.table(), path)
                .orElseGet(() -> model.fieldNames().member(column));
    }
}
