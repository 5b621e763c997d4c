package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A database as it is once the renames are done and nothing else. Expressions keep their text. */
final class RenamedSchema {
    private final Renames renames;

    RenamedSchema(Renames renames) {
        this.renames = renames;
    }

    DatabaseSchema of(DatabaseSchema before) {
        if (renames.equals(Renames.none())) {
            return before;
        }
        List<DatabaseEnum> enums = new ArrayList<>();
        for (DatabaseEnum type : before.enums()) {
            ObjectName name = renames.enumType(type.name());
            enums.add(new DatabaseEnum(
                    name,
                    type.values().stream()
                            .map(value -> renames.value(name, value))
                            .toList(),
                    type.comment()));
        }
        return before.withTables(before.tables().stream().map(this::table).toList())
                .withEnums(enums);
    }

    private Table table(Table table) {
        ObjectName name = renames.table(table.name());
        return table.withName(name)
                .withColumns(table.columns().stream()
                        .map(column -> column(name, column))
                        .toList())
                .withPrimaryKey(table.primaryKey().map(key -> key.withParts(parts(name, key.parts()))))
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withParts(parts(name, index.parts()), columns(name, index.include())))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(key -> foreignKey(name, key))
                        .toList());
    }

    private Column column(ObjectName table, Column column) {
        Column renamed = column.withName(renames.column(table, column.name()));
        Optional<ObjectName> enumName = column.type().enumName();
        if (enumName.isEmpty()) {
            return renamed.withType(column.type()
                    .withArguments(column.type().arguments().stream()
                            .map(argument -> renames.text(table, renamed.name(), argument))
                            .toList()));
        }
        ObjectName type = renames.enumType(enumName.get());
        ColumnType newType = ColumnType.ofEnum(type);
        return renamed.withType(column.type().array() ? newType.asArray() : newType)
                .withDefault(column.defaultValue().map(value -> enumDefault(type, value)));
    }

    private ColumnDefault enumDefault(ObjectName type, ColumnDefault value) {
        if (value.kind() != ColumnDefault.Kind.STRING) {
            return value;
        }
        String text = value.sql().substring(1, value.sql().length() - 1).replace("''", "'");
        return new ColumnDefault(value.kind(), "'" + renames.value(type, text).replace("'", "''") + "'");
    }

    private List<IndexPart> parts(ObjectName table, List<IndexPart> parts) {
        return parts.stream()
                .map(part -> part.column()
                        .map(column -> part.onColumn(renames.column(table, column)))
                        .orElse(part))
                .toList();
    }

    private List<String> columns(ObjectName table, List<String> columns) {
        return columns.stream().map(column -> renames.column(table, column)).toList();
    }

    private ForeignKey foreignKey(ObjectName table, ForeignKey key) {
        ObjectName target = renames.table(key.target());
        return key.withColumns(columns(table, key.columns())).withTarget(target, columns(target, key.targetColumns()));
    }
}
