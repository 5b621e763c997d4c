package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that stands for an implicit many-to-many relation: `_name` with nothing but `A` and `B`, unique together, which
 * point to the one-column keys of two tables.
 *
 * @param a the table that column `A` points to, whose name sorts first
 */
record JoinTable(ObjectName name, ObjectName a, ObjectName b) {
    private static final List<String> COLUMNS = List.of("A", "B");

    static List<JoinTable> all(DatabaseSchema database) {
        List<JoinTable> found = new ArrayList<>();
        database.tables().forEach(table -> of(database, table).ifPresent(found::add));
        return found;
    }

    static Optional<JoinTable> of(DatabaseSchema database, Table table) {
        boolean shape = table.name().name().startsWith("_")
                && table.name().name().length() > 1
                && table.columns().stream().map(Column::name).toList().equals(COLUMNS)
                && table.columns().stream().noneMatch(Column::nullable)
                && table.foreignKeys().size() == COLUMNS.size()
                && ForeignKeys.isUnique(table, COLUMNS)
                && table.checks().isEmpty();
        if (!shape) {
            return Optional.empty();
        }
        Optional<ObjectName> a = target(database, table, "A");
        Optional<ObjectName> b = target(database, table, "B");
        return a.isPresent()
                        && b.isPresent()
                        && a.get().name().compareTo(b.get().name()) <= 0
                ? Optional.of(new JoinTable(table.name(), a.get(), b.get()))
                : Optional.empty();
    }

    private static Optional<ObjectName> target(DatabaseSchema database, Table table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column))
                        && key.onDelete() == ForeignKey.Action.CASCADE
                        && key.onUpdate() == ForeignKey.Action.CASCADE)
                .filter(key -> database.table(key.target())
                        .flatMap(Table::primaryKey)
                        .map(PrimaryKey::columns)
                        .filter(key.targetColumns()::equals)
                        .isPresent())
                .map(ForeignKey::target)
                .findFirst();
    }

    String relationName() {
        return name.name().substring(1);
    }

    Set<ObjectName> pair() {
        return new HashSet<>(List.of(a, b));
    }
}
