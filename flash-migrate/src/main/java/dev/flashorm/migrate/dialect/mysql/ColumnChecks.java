package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MariaDB: a check that stands in the definition of a column has the column's name, and comes and goes with a definition
 * only: MODIFY without it takes it away, and DROP CONSTRAINT does not know it.
 */
public final class ColumnChecks {
    /** {@link Check#options()} of such a check. */
    public static final String OPTION = "COLUMN";

    private ColumnChecks() {}

    static boolean isOfColumn(Check check) {
        return check.options().equals(OPTION);
    }

    /** The definition of a column, with the check that the table has for it. */
    static String column(Table table, Column column) {
        return Ddl.column(column)
                + table.checks().stream()
                        .filter(check -> isOfColumn(check) && check.name().equals(Optional.of(column.name())))
                        .map(check -> " CHECK (" + check.expression() + ")")
                        .findFirst()
                        .orElse("");
    }

    /** The columns that have to be defined anew because of their checks alone. */
    static List<Column> redefined(Change.AlterTable alter) {
        Set<String> names = new HashSet<>();
        alter.of(TableChange.DropCheck.class).stream()
                .map(TableChange.DropCheck::check)
                .filter(ColumnChecks::isOfColumn)
                .forEach(check -> check.name().ifPresent(names::add));
        alter.of(TableChange.AddCheck.class).stream()
                .map(TableChange.AddCheck::check)
                .filter(ColumnChecks::isOfColumn)
                .forEach(check -> check.name().ifPresent(names::add));
        alter.of(TableChange.AlterColumn.class)
                .forEach(change -> names.remove(change.after().name()));
        alter.of(TableChange.AddColumn.class)
                .forEach(add -> names.remove(add.column().name()));
        return alter.after().columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }
}
