package dev.flashorm.migrate.compare;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.migrate.physical.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names what a database holds beside what a schema says or could say of it. */
public final class KeptObjects {
    private KeptObjects() {}

    /**
     * Everything that completes a schema, one each: `trigger audit on "User"`.
     *
     * @param mapped what the schema describes
     * @param complete the same, completed by what the language cannot say
     */
    static List<String> of(DatabaseSchema database, DatabaseSchema mapped, DatabaseSchema complete) {
        List<String> names = besideTables(database);
        for (Table table : complete.tables()) {
            Optional<Table> said = mapped.table(table.name());
            said.ifPresent(before -> inTable(before, table, names));
        }
        return names;
    }

    /** Whatever is no table, enum or column: views, sequences, triggers, functions and the like. */
    public static List<String> besideTables(DatabaseSchema database) {
        List<String> names = new ArrayList<>();
        for (View view : database.views()) {
            names.add((view.materialized() ? "materialized view " : "view ") + view.name());
        }
        for (Sequence sequence : database.sequences()) {
            names.add("sequence " + sequence.name());
        }
        database.unmanaged()
                .forEach(object -> names.add(object.kind() + " " + object.name()
                        + object.table()
                                .filter(table -> !table.name().equals(object.name()))
                                .map(table -> " on " + table)
                                .orElse("")));
        return names;
    }

    private static void inTable(Table said, Table complete, List<String> names) {
        for (TableIndex index : complete.indexes()) {
            if (said.indexes().size() < complete.indexes().size()
                    && said.indexes().stream().noneMatch(one -> one.name().equals(index.name()))) {
                names.add("index " + index.name() + " on " + complete.name());
            }
        }
        List<ForeignKey> left = new ArrayList<>(complete.foreignKeys());
        said.foreignKeys()
                .forEach(key -> left.removeIf(one ->
                        one.columns().equals(key.columns()) && one.target().equals(key.target())));
        left.forEach(key -> names.add("foreign key " + key.name().orElse("(" + String.join(", ", key.columns()) + ")")
                + " on " + complete.name()));
        for (Check check : complete.checks()) {
            if (said.checks().stream().noneMatch(one -> one.expression().equals(check.expression()))) {
                names.add("check " + check.name().orElse(check.expression().sql()) + " on " + complete.name());
            }
        }
    }
}
