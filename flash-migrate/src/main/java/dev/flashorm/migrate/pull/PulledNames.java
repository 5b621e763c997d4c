package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.View;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The names of blocks, given out once for the whole file: tables first, then views, then enums. */
final class PulledNames {
    private static final String OWN_SCHEMA = "public";

    private final FieldTypes types;
    private final Identifiers identifiers = new Identifiers();
    private final Map<ObjectName, String> blocks = new HashMap<>();
    private final Map<ObjectName, PulledEnum> enumTypes = new HashMap<>();
    private final List<PulledEnum> enums = new ArrayList<>();
    private final List<String> schemas;

    PulledNames(Provider provider, FieldTypes types, DatabaseSchema database) {
        this.types = types;
        schemas = provider.has(Capability.MULTI_SCHEMA) ? schemas(database) : List.of();
        database.tables().forEach(table -> block(table.name()));
        database.views().stream().map(View::name).forEach(this::block);
        for (DatabaseEnum type : database.enums()) {
            PulledEnum pulled = newEnum(type.name(), type.values(), type.name().name());
            enumTypes.put(type.name(), pulled);
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

    private void block(ObjectName name) {
        String wanted = name.name();
        if (identifiers.isTaken(Identifiers.sanitized(wanted)) && name.schema().isPresent()) {
            wanted = name.schema().get() + "_" + wanted;
        }
        blocks.put(name, identifiers.block(wanted));
    }

    private PulledEnum newEnum(ObjectName wanted, List<String> values, String databaseName) {
        String name = identifiers.block(wanted.name());
        Optional<String> mapped = name.equals(databaseName) ? Optional.empty() : Optional.of(databaseName);
        PulledEnum type = PulledEnum.of(name, values, mapped, schemaOf(wanted));
        enums.add(type);
        return type;
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
        return types.enumValues(type).map(values -> {
            String name = table.name() + "_" + column.name();
            PulledEnum own = PulledEnum.of(identifiers.block(name), values, Optional.empty(), Optional.empty());
            enums.add(own);
            return own;
        });
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

    /** A table's block under its name. */
    PulledModel model(Table table) {
        return new PulledModel("model", of(table.name()), table.name());
    }
}
