package dev.flashorm.migrate.physical;

import java.util.List;
import java.util.Optional;

/**
 * All that a database holds.
 *
 * @param schemas the named database schemas; the default one is not among them
 * @param unmanaged what exists beside the model and is never touched
 */
public record DatabaseSchema(
        List<String> schemas,
        List<Extension> extensions,
        List<DatabaseEnum> enums,
        List<Sequence> sequences,
        List<Table> tables,
        List<View> views,
        List<UnmanagedObject> unmanaged) {
    private static final DatabaseSchema EMPTY =
            new DatabaseSchema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public DatabaseSchema {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        enums = List.copyOf(enums);
        sequences = List.copyOf(sequences);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        unmanaged = List.copyOf(unmanaged);
    }

    public static DatabaseSchema empty() {
        return EMPTY;
    }

    public static DatabaseSchema ofTables(List<Table> tables) {
        return new DatabaseSchema(List.of(), List.of(), List.of(), List.of(), tables, List.of(), List.of());
    }

    public Optional<Table> table(ObjectName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<DatabaseEnum> enumType(ObjectName name) {
        return enums.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public DatabaseSchema withTables(List<Table> others) {
        return new DatabaseSchema(schemas, extensions, enums, sequences, others, views, unmanaged);
    }

    public DatabaseSchema withViews(List<View> others) {
        return new DatabaseSchema(schemas, extensions, enums, sequences, tables, others, unmanaged);
    }

    public DatabaseSchema withEnums(List<DatabaseEnum> others) {
        return new DatabaseSchema(schemas, extensions, others, sequences, tables, views, unmanaged);
    }
}
