package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange.AlterColumn;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.UnmanagedObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to look at every row of a table that is in use: it is declared in the migration's transaction, where it holds
 * for new rows at once, and validated behind it, in a transaction of its own whose lock lets others read and write (page
 * "ALTER TABLE", notes).
 */
final class OnlineSteps {
    private static final int LONGEST_NAME = 63;
    private static final String SUFFIX = "_required";

    private final StepList steps;
    private final Set<ObjectName> partitioned = new HashSet<>();

    OnlineSteps(DatabaseSchema before, StepList steps) {
        this.steps = steps;
        for (UnmanagedObject object : before.unmanaged()) {
            if (object.kind().equals("partitioning")) {
                object.table().ifPresent(partitioned::add);
            }
        }
    }

    /** A partitioned table takes no foreign key that is not valid. */
    boolean canValidateLater(ObjectName table, ForeignKey key) {
        return key.name().isPresent() && !key.options().contains("NOT VALID") && !partitioned.contains(table);
    }

    void addForeignKey(ObjectName table, ForeignKey key) {
        String name = key.name().orElseThrow();
        steps.add(
                Phase.ADD_FOREIGN_KEYS,
                "add foreign key " + name + " to " + table + ", for new rows",
                alterTable(table) + "ADD " + Ddl.foreignKey(key) + " NOT VALID");
        validate("check foreign key " + name + " of " + table + " against the rows that are there", table, name);
    }

    /** A primary key and an identity ask for it at once; a table that is rewritten is looked at anyway. */
    boolean canRequireLater(Change.AlterTable alter, AlterColumn change) {
        String column = change.after().name();
        boolean inKey = alter.after()
                .primaryKey()
                .filter(key -> key.columns().contains(column))
                .isPresent();
        boolean rewritten = alter.of(AlterColumn.class).stream().anyMatch(AlterColumn::changesType);
        boolean identity = change.after().identity().isPresent();
        return !inKey && !rewritten && !identity && !partitioned.contains(alter.name());
    }

    /** The clause that holds for new rows; SET NOT NULL comes when it is valid, and trusts it. */
    String require(ObjectName table, String column) {
        String name = name(column);
        validate("check that rows of " + table + " have " + column, table, name);
        List<String> clauses = new ArrayList<>();
        clauses.add("ALTER COLUMN " + Names.quote(column) + " SET NOT NULL");
        clauses.add("DROP CONSTRAINT " + Names.quote(name));
        steps.add(Phase.REQUIRE, "require " + column + " of " + table, alterTable(table) + String.join(",\n", clauses));
        return "ADD CONSTRAINT " + Names.quote(name) + " CHECK (" + Names.quote(column) + " IS NOT NULL) NOT VALID";
    }

    private void validate(String title, ObjectName table, String constraint) {
        steps.add(
                Phase.VALIDATE,
                new Step(title, List.of(alterTable(table) + "VALIDATE CONSTRAINT " + Names.quote(constraint)), false));
    }

    /** Constraints have names of their own in each table. Cut as the server cuts names: by bytes, between characters. */
    private static String name(String column) {
        StringBuilder name = new StringBuilder();
        int bytes = SUFFIX.length();
        for (int c : column.codePoints().toArray()) {
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > LONGEST_NAME) {
                break;
            }
            name.appendCodePoint(c);
        }
        return name + SUFFIX;
    }

    private static String alterTable(ObjectName table) {
        return "ALTER TABLE " + Names.quote(table) + " ";
    }
}
