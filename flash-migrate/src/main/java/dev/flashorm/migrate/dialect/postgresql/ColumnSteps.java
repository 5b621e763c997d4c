package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange.AlterColumn;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.List;

/** A column that changes in place. */
final class ColumnSteps {
    private final StepList steps;
    private final OnlineSteps online;

    ColumnSteps(StepList steps, OnlineSteps online) {
        this.steps = steps;
        this.online = online;
    }

    /** Adds the clauses of the table's ALTER, and before it what must run on its own. */
    void alter(Change.AlterTable table, AlterColumn change, List<String> clauses) {
        Column before = change.before();
        Column after = change.after();
        String name = Names.quote(after.name());
        String alter = "ALTER COLUMN " + name + " ";
        boolean serial = Ddl.isSerial(after);
        boolean wasSerial = Ddl.isSerial(before);
        if (before.identity().isPresent() && !wasSerial && !hasIdentity(after)) {
            clauses.add(alter + "DROP IDENTITY");
        }
        if (before.generated().isPresent() && after.generated().isEmpty()) {
            clauses.add(alter + "DROP EXPRESSION");
        }
        if (serial && !wasSerial) {
            startSequence(table.name(), after);
        }
        boolean newDefault = !before.defaultValue().equals(after.defaultValue()) || change.changesType();
        boolean replaced = after.defaultValue().isPresent() && !change.changesType();
        if ((wasSerial && !serial) || (before.defaultValue().isPresent() && newDefault && !replaced)) {
            clauses.add(alter + "DROP DEFAULT");
        }
        if (change.becomesRequired() && !change.fillsLater()) {
            backfill(Phase.ALTER_TYPES, table.name(), after);
            clauses.add(
                    online.canRequireLater(table, change)
                            ? online.require(table.name(), after.name())
                            : alter + "SET NOT NULL");
        } else if (!before.nullable() && after.nullable()) {
            clauses.add(alter + "DROP NOT NULL");
        }
        if (change.changesType()) {
            clauses.add(alter + "SET DATA TYPE " + Ddl.type(after.type())
                    + after.collation()
                            .map(collation -> " COLLATE " + collation)
                            .orElse("")
                    + TypeConversions.using(name, before.type(), after.type())
                            .map(expression -> " USING (" + expression + ")")
                            .orElse(""));
        }
        if (newDefault) {
            after.defaultValue().ifPresent(value -> clauses.add(alter + "SET DEFAULT " + Ddl.defaultValue(value)));
        }
        if (serial && !wasSerial) {
            clauses.add(
                    alter + "SET DEFAULT nextval(" + Names.literal(Names.quote(sequence(table.name(), after))) + ")");
        }
        identity(before, after, alter, clauses);
    }

    private static void identity(Column before, Column after, String alter, List<String> clauses) {
        if (!hasIdentity(after) || before.identity().equals(after.identity())) {
            return;
        }
        Identity now = after.identity().orElseThrow();
        if (!hasIdentity(before)) {
            clauses.add(alter + "ADD " + Ddl.identity(now));
            return;
        }
        if (before.identity().orElseThrow().kind() != now.kind()) {
            clauses.add(alter + "SET GENERATED " + (now.kind() == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT"));
        }
        if (!before.identity().orElseThrow().options().equals(now.options())) {
            clauses.add(alter + options(after).set(options(before)));
        }
    }

    /** What follows the table's ALTER: a sequence finds its owner, or goes; numbering goes on after the largest. */
    void finish(ObjectName table, AlterColumn change) {
        Column after = change.after();
        if (change.fillsLater()) {
            backfill(Phase.ALTER_TABLES, table, after);
            steps.add(
                    Phase.ALTER_TABLES,
                    "require " + after.name() + " of " + table,
                    "ALTER TABLE " + Names.quote(table) + " ALTER COLUMN " + Names.quote(after.name())
                            + " SET NOT NULL");
        }
        boolean serial = Ddl.isSerial(after);
        boolean wasSerial = Ddl.isSerial(change.before());
        if (serial && !wasSerial) {
            String sequence = Names.quote(sequence(table, after));
            steps.add(
                    Phase.ALTER_TABLES,
                    Step.of(
                            "number " + table + "." + after.name() + " by a sequence",
                            List.of(
                                    "ALTER SEQUENCE " + sequence + " OWNED BY " + Names.quote(table) + "."
                                            + Names.quote(after.name()),
                                    continueNumbering(table, after, Names.literal(sequence)))));
        } else if (hasIdentity(after) && !hasIdentity(change.before())) {
            steps.add(
                    Phase.ALTER_TABLES,
                    "continue the numbering of " + table + "." + after.name(),
                    continueNumbering(table, after, owned(table, after)));
        }
        if (hasIdentity(after)
                && hasIdentity(change.before())
                && options(after).restartsAfter(options(change.before()))) {
            continueRestarted(table, after);
        }
        ObjectName sequence =
                change.before().identity().flatMap(Identity::sequence).orElse(sequence(table, change.before()));
        if (wasSerial && !serial) {
            steps.add(
                    Phase.ALTER_TABLES,
                    "drop sequence " + sequence,
                    "DROP SEQUENCE IF EXISTS " + Names.quote(sequence));
        } else if (wasSerial && change.changesType()) {
            // A sequence has a type, and ends where it does. After a rename the name may be another: then it stays as
            // it is.
            steps.add(
                    Phase.ALTER_TABLES,
                    "count " + table + "." + after.name() + " as " + after.type(),
                    "ALTER SEQUENCE IF EXISTS " + Names.quote(sequence) + " AS "
                            + after.type().name());
        }
    }

    private static IdentityOptions options(Column column) {
        return new IdentityOptions(
                column.type(), column.identity().map(Identity::options).orElse(""));
    }

    private static String owned(ObjectName table, Column column) {
        return "pg_get_serial_sequence(" + Names.literal(Names.quote(table)) + ", " + Names.literal(column.name())
                + ")";
    }

    private void continueRestarted(ObjectName table, Column column) {
        String name = Names.quote(column.name());
        String last = options(column).last() + "(" + name + ")";
        steps.add(
                Phase.ALTER_TABLES,
                "continue the numbering of " + table + "." + column.name(),
                "SELECT setval(" + owned(table, column) + ", " + last + ") FROM " + Names.quote(table) + " WHERE "
                        + options(column).range(name) + " HAVING " + last + " IS NOT NULL");
    }

    private void startSequence(ObjectName table, Column column) {
        ObjectName sequence = sequence(table, column);
        steps.add(
                Phase.ALTER_TABLES,
                "create sequence " + sequence,
                "CREATE SEQUENCE " + Names.quote(sequence) + " AS "
                        + column.type().name());
    }

    /** Rows without a value get the default, before the column insists on one. */
    private void backfill(Phase phase, ObjectName table, Column column) {
        if (column.defaultValue().isEmpty()) {
            return;
        }
        String name = Names.quote(column.name());
        steps.add(
                phase,
                "give rows of " + table + " without " + column.name() + " the default",
                "UPDATE " + Names.quote(table) + " SET " + name + " = "
                        + Ddl.defaultValue(column.defaultValue().get()) + " WHERE " + name + " IS NULL");
    }

    private static String continueNumbering(ObjectName table, Column column, String sequence) {
        return "SELECT setval(" + sequence + ", COALESCE((SELECT MAX(" + Names.quote(column.name()) + ") FROM "
                + Names.quote(table) + "), 0) + 1, false)";
    }

    /** The name that SERIAL gives: cut in the middle, as the server cuts it. */
    static ObjectName sequence(ObjectName table, Column column) {
        String name = table.name() + "_" + column.name() + "_seq";
        return table.sibling(name.length() > 63 ? name.substring(0, 59 - 4) + "_seq" : name);
    }

    private static boolean hasIdentity(Column column) {
        return column.identity().isPresent() && !Ddl.isSerial(column);
    }
}
