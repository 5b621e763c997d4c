package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What changes do to data: what they take away, and what data they may stumble over. */
final class FindingCollector {
    private final Dialect dialect;
    private final Map<ObjectName, ObjectName> formerNames = new HashMap<>();
    private final List<Finding> losses = new ArrayList<>();
    private final List<Finding> hazards = new ArrayList<>();

    FindingCollector(Dialect dialect, List<Change> changes) {
        this.dialect = dialect;
        changes.forEach(change -> {
            if (change instanceof Change.RenameTable rename) {
                formerNames.put(rename.after(), rename.before());
            }
        });
        changes.forEach(this::inspect);
    }

    List<Finding> losses() {
        return losses;
    }

    List<Finding> hazards() {
        return hazards;
    }

    private void inspect(Change change) {
        if (change instanceof Change.DropTable drop) {
            ObjectName name = drop.table().name();
            String table = formerNames.getOrDefault(name, name).toString();
            losses.add(new Finding("F5101", table, "all rows of table `" + table + "`, which is dropped"));
        } else if (change instanceof Change.AlterEnum alter) {
            inspect(alter);
        } else if (change instanceof Change.AlterTable alter) {
            alter.changes().forEach(inside -> inspect(alter, inside));
        }
    }

    private void inspect(Change.AlterEnum alter) {
        String name = alter.after().name().toString();
        List<String> removed = alter.removed();
        if (!removed.isEmpty()) {
            hazards.add(new Finding(
                    "F5204",
                    name,
                    "enum `" + name + "` loses " + quoted(removed) + ": the step fails while a row still has one"));
        }
    }

    private void inspect(Change.AlterTable alter, TableChange change) {
        String table = alter.name().toString();
        if (change instanceof TableChange.DropColumn drop) {
            if (drop.column().generated().isEmpty()) {
                String column = table + "." + drop.column().name();
                losses.add(new Finding("F5102", column, "the values of column `" + column + "`, which is dropped"));
            }
        } else if (change instanceof TableChange.AddColumn add) {
            Column column = add.column();
            boolean filled = column.nullable()
                    || column.defaultValue().isPresent()
                    || column.identity().isPresent()
                    || column.generated().isPresent();
            if (!filled) {
                String name = table + "." + column.name();
                hazards.add(new Finding(
                        "F5201",
                        name,
                        "column `" + name + "` is required and has no default: the step fails when `" + table
                                + "` has rows"));
            }
        } else if (change instanceof TableChange.AlterColumn altered) {
            inspect(table, altered);
        } else if (change instanceof TableChange.AddIndex add && add.index().unique()) {
            hazards.add(new Finding(
                    "F5203",
                    table,
                    "`" + add.index().name() + "` makes " + quoted(add.index().columns()) + " of `" + table
                            + "` unique: the step fails on duplicates"));
        } else if (change instanceof TableChange.AddPrimaryKey add) {
            hazards.add(new Finding(
                    "F5203",
                    table,
                    "the primary key makes " + quoted(add.key().columns()) + " of `" + table
                            + "` unique: the step fails on duplicates"));
        } else if (change instanceof TableChange.AddForeignKey add) {
            hazards.add(new Finding(
                    "F5205",
                    table,
                    "the foreign key on " + quoted(add.key().columns()) + " of `" + table
                            + "` fails on rows that point to nothing in `"
                            + add.key().target() + "`"));
        } else if (change instanceof TableChange.AddCheck add) {
            hazards.add(new Finding(
                    "F5206",
                    table,
                    "the check (" + add.check().expression() + ") of `" + table + "` fails on rows that break it"));
        }
    }

    private void inspect(String table, TableChange.AlterColumn change) {
        String name = table + "." + change.after().name();
        if (change.becomesRequired() && change.after().defaultValue().isEmpty()) {
            hazards.add(new Finding(
                    "F5202", name, "column `" + name + "` becomes required: the step fails while a row has no value"));
        }
        if (change.after().generated().isPresent()) {
            return;
        }
        String types =
                "from " + change.before().type() + " to " + change.after().type();
        Conversion conversion = dialect.conversion(change.before(), change.after());
        if (conversion == Conversion.NONE) {
            losses.add(new Finding(
                    "F5103",
                    name,
                    "the values of column `" + name + "`, whose type changes " + types + " with no way to convert"));
        } else if (conversion == Conversion.LOSSY) {
            losses.add(new Finding(
                    "F5104", name, "digits of column `" + name + "`, whose type changes " + types + " by rounding"));
        } else if (conversion == Conversion.MAY_FAIL) {
            hazards.add(new Finding(
                    "F5207",
                    name,
                    "the type of column `" + name + "` changes " + types
                            + ": the step fails on values that do not fit"));
        }
    }

    private static String quoted(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
