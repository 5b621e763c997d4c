package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.List;
import java.util.Set;

/**
 * What must hold of the rows that are there, or else a migration fails on them. All names are those before the
 * migration.
 */
public sealed interface DataCheck {
    /** The table whose rows are looked at, as it is before. */
    Table table();

    /** What is wrong, for people. */
    String problem(long rows);

    /** The tables that it reads. */
    default Set<ObjectName> reads() {
        return Set.of(table().name());
    }

    /** A required column comes without a value for rows. */
    record NoRows(Table table, String column) implements DataCheck {
        @Override
        public String problem(long rows) {
            return "`" + column + "` is required and has no default, but `" + table.name() + "` has " + rows(rows);
        }
    }

    record NoNulls(Table table, String column) implements DataCheck {
        @Override
        public String problem(long rows) {
            return "`" + column + "` of `" + table.name() + "` becomes required, but " + rows(rows)
                    + (rows == 1 ? " has" : " have") + " no value";
        }
    }

    /** @param index a unique one, or the primary key as one */
    record NoDuplicates(Table table, TableIndex index) implements DataCheck {
        @Override
        public String problem(long rows) {
            return quoted(index.columns()) + " of `" + table.name() + "` becomes unique, but " + rows(rows)
                    + " share a value";
        }
    }

    /** @param targetIsNew whether the migration makes the target: then nothing can point to it yet */
    record NoOrphans(Table table, ForeignKey key, boolean targetIsNew) implements DataCheck {
        @Override
        public Set<ObjectName> reads() {
            return targetIsNew || key.target().equals(table.name())
                    ? Set.of(table.name())
                    : Set.of(table.name(), key.target());
        }

        @Override
        public String problem(long rows) {
            return quoted(key.columns()) + " of `" + table.name() + "` is to point to `" + key.target() + "`, but "
                    + rows(rows) + (rows == 1 ? " points" : " point") + " to nothing there";
        }
    }

    /** The column's type narrows. */
    record Fits(Table table, Column before, Column after) implements DataCheck {
        @Override
        public String problem(long rows) {
            return "`" + before.name() + "` of `" + table.name() + "` becomes " + after.type() + ", but " + rows(rows)
                    + (rows == 1 ? " does" : " do") + " not fit";
        }
    }

    /**
     * The column becomes an enum, or its enum loses values.
     *
     * @param values those that stay
     */
    record OnlyValues(Table table, Column column, List<String> values) implements DataCheck {
        public OnlyValues {
            values = List.copyOf(values);
        }

        @Override
        public String problem(long rows) {
            return "`" + column.name() + "` of `" + table.name() + "` can only be " + quoted(values) + ", but "
                    + rows(rows) + (rows == 1 ? " has" : " have") + " another value";
        }
    }

    record Holds(Table table, Check check) implements DataCheck {
        @Override
        public String problem(long rows) {
            return "the check (" + check.expression() + ") of `" + table.name() + "` does not hold for " + rows(rows);
        }
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private static String quoted(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
