package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.schema.model.FieldType.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which foreign keys the language has words for. */
final class ForeignKeys {
    private ForeignKeys() {}

    /** Whether its target is here, and its columns point to a key of it, whose types have the same names. */
    static boolean canBeSaid(FieldTypes types, DatabaseSchema database, Table table, ForeignKey key) {
        Optional<Table> target = database.table(key.target());
        return target.isPresent()
                && key.columns().size() == key.targetColumns().size()
                && key.columns().stream().allMatch(name -> table.column(name).isPresent())
                && key.targetColumns().stream()
                        .allMatch(name -> target.get().column(name).isPresent())
                && isUnique(target.get(), key.targetColumns())
                && haveSameTypes(types, table, target.get(), key);
    }

    private static boolean haveSameTypes(FieldTypes types, Table table, Table target, ForeignKey key) {
        for (int i = 0; i < key.columns().size(); i++) {
            ColumnType from = table.column(key.columns().get(i)).orElseThrow().type();
            ColumnType to =
                    target.column(key.targetColumns().get(i)).orElseThrow().type();
            Optional<Scalar> scalar = types.of(from).map(PulledType::scalar);
            // An enum that is a column's own is another one in every column.
            boolean ownEnum =
                    types.enumValues(from).isPresent() || types.enumValues(to).isPresent();
            if (ownEnum || !scalar.equals(types.of(to).map(PulledType::scalar))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the columns are a key of the table, in whatever order. */
    static boolean isUnique(Table table, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return table.primaryKey()
                        .filter(key -> IndexWriter.canBeSaid(table, key))
                        .filter(key -> new HashSet<>(key.columns()).equals(wanted))
                        .isPresent()
                || table.indexes().stream()
                        .anyMatch(index -> isWholeUnique(index) && new HashSet<>(index.columns()).equals(wanted));
    }

    /** Unique over whole columns and all rows. */
    static boolean isWholeUnique(TableIndex index) {
        return index.unique()
                && index.where().isEmpty()
                && index.parts().stream()
                        .allMatch(part ->
                                part.column().isPresent() && part.length().isEmpty());
    }
}
