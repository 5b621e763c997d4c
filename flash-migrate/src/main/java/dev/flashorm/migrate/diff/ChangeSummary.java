package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as lines for people. */
public final class ChangeSummary {
    private ChangeSummary() {}

    /** What a line is about. */
    public enum Sign {
        ADD("+"),
        DROP("-"),
        CHANGE("~");

        private final String mark;

        Sign(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    /**
     * One change.
     *
     * @param object the table, enum or schema that changes, as the database calls it
     * @param text what changes, without the object where it is inside of one: `column title TEXT NOT NULL`
     * @param inside whether the change is one inside of a table or enum
     */
    public record Line(Sign sign, String object, String text, boolean inside) {
        /** With the sign, and indented where the change is inside of something. */
        @Override
        public String toString() {
            return (inside ? "    " : "") + sign.mark() + " " + text;
        }
    }

    /** One line each; what happens inside a table or enum follows a line that names it. */
    public static List<Line> of(List<Change> changes) {
        List<Line> lines = new ArrayList<>();
        changes.forEach(change -> add(change, lines));
        return lines;
    }

    /** One sentence each, that needs no other: what happens inside a table or enum names it. */
    public static List<String> sentences(List<Change> changes) {
        List<String> sentences = new ArrayList<>();
        for (Change change : changes) {
            List<Line> lines = of(List.of(change));
            lines.stream()
                    .filter(line -> line.inside() || lines.size() == 1)
                    .map(line -> (line.inside() ? line.object() + ": " : "")
                            + line.sign().mark() + " " + line.text())
                    .forEach(sentences::add);
        }
        return sentences;
    }

    private static void add(Change change, List<Line> lines) {
        if (change instanceof Change.CreateSchema create) {
            lines.add(whole(Sign.ADD, "schema", create.name()));
        } else if (change instanceof Change.DropSchema drop) {
            lines.add(whole(Sign.DROP, "schema", drop.name()));
        } else if (change instanceof Change.CreateExtension create) {
            lines.add(whole(Sign.ADD, "extension", create.extension().name()));
        } else if (change instanceof Change.CreateEnum create) {
            lines.add(whole(Sign.ADD, "enum", create.type().name().toString()));
        } else if (change instanceof Change.DropEnum drop) {
            lines.add(whole(Sign.DROP, "enum", drop.type().name().toString()));
        } else if (change instanceof Change.RenameEnum rename) {
            lines.add(whole(Sign.CHANGE, "enum", rename.before() + " is now " + rename.after()));
        } else if (change instanceof Change.AlterEnum alter) {
            values(alter, lines);
        } else if (change instanceof Change.CreateSequence create) {
            lines.add(whole(Sign.ADD, "sequence", create.sequence().name().toString()));
        } else if (change instanceof Change.DropSequence drop) {
            lines.add(whole(Sign.DROP, "sequence", drop.sequence().name().toString()));
        } else if (change instanceof Change.AlterSequence alter) {
            lines.add(whole(Sign.CHANGE, "sequence", alter.after().name().toString()));
        } else if (change instanceof Change.CreateTable create) {
            lines.add(whole(Sign.ADD, "table", create.table().name().toString()));
        } else if (change instanceof Change.DropTable drop) {
            lines.add(whole(Sign.DROP, "table", drop.table().name().toString()));
        } else if (change instanceof Change.RenameTable rename) {
            lines.add(whole(Sign.CHANGE, "table", rename.before() + " is now " + rename.after()));
        } else if (change instanceof Change.AlterTable alter) {
            lines.add(whole(Sign.CHANGE, "table", alter.name().toString()));
            alter.changes().forEach(inside -> lines.add(inside(alter.after(), inside)));
        }
    }

    private static Line whole(Sign sign, String kind, String name) {
        return new Line(sign, name, kind + " " + name, false);
    }

    private static void values(Change.AlterEnum alter, List<Line> lines) {
        DatabaseEnum before = alter.before();
        DatabaseEnum after = alter.after();
        String name = after.name().toString();
        lines.add(whole(Sign.CHANGE, "enum", name));
        alter.renamedValues()
                .forEach(rename -> lines.add(
                        new Line(Sign.CHANGE, name, "value " + rename.before() + " is now " + rename.after(), true)));
        alter.removed().forEach(value -> lines.add(new Line(Sign.DROP, name, "value " + value, true)));
        List<String> added = after.values().stream()
                .filter(value -> !before.values().contains(value))
                .toList();
        added.forEach(value -> lines.add(new Line(Sign.ADD, name, "value " + value, true)));
        if (alter.changesValues() && added.isEmpty() && alter.removed().isEmpty()) {
            lines.add(new Line(Sign.CHANGE, name, "order: " + String.join(", ", after.values()), true));
        }
    }

    private static Line inside(Table table, TableChange change) {
        String name = table.name().toString();
        if (change instanceof TableChange.AddColumn add) {
            return new Line(Sign.ADD, name, "column " + text(add.column()), true);
        } else if (change instanceof TableChange.DropColumn drop) {
            return new Line(Sign.DROP, name, "column " + drop.column().name(), true);
        } else if (change instanceof TableChange.RenameColumn rename) {
            return new Line(Sign.CHANGE, name, "column " + rename.before() + " is now " + rename.after(), true);
        } else if (change instanceof TableChange.RenameValues rename) {
            String values = rename.literals().stream()
                    .map(value -> value.before() + " are now " + value.after())
                    .collect(Collectors.joining(", "));
            return new Line(Sign.CHANGE, name, "values of " + rename.column() + ": " + values, true);
        } else if (change instanceof TableChange.AlterColumn alter) {
            return new Line(Sign.CHANGE, name, "column " + alter(alter.before(), alter.after()), true);
        } else if (change instanceof TableChange.AddPrimaryKey add) {
            return new Line(Sign.ADD, name, "primary key " + list(add.key().parts()), true);
        } else if (change instanceof TableChange.DropPrimaryKey drop) {
            return new Line(Sign.DROP, name, "primary key " + list(drop.key().parts()), true);
        } else if (change instanceof TableChange.RenamePrimaryKey rename) {
            return new Line(Sign.CHANGE, name, "primary key " + rename.before() + " is now " + rename.after(), true);
        } else if (change instanceof TableChange.AddIndex add) {
            return new Line(Sign.ADD, name, text(add.index()), true);
        } else if (change instanceof TableChange.DropIndex drop) {
            return new Line(Sign.DROP, name, text(drop.index()), true);
        } else if (change instanceof TableChange.RenameIndex rename) {
            return new Line(
                    Sign.CHANGE,
                    name,
                    "index " + rename.before() + " is now " + rename.index().name(),
                    true);
        } else if (change instanceof TableChange.AddForeignKey add) {
            return new Line(Sign.ADD, name, text(add.key()), true);
        } else if (change instanceof TableChange.DropForeignKey drop) {
            return new Line(Sign.DROP, name, text(drop.key()), true);
        } else if (change instanceof TableChange.RenameForeignKey rename) {
            return new Line(
                    Sign.CHANGE,
                    name,
                    "foreign key " + rename.before() + " is now "
                            + rename.key().name().orElse("unnamed"),
                    true);
        } else if (change instanceof TableChange.AddCheck add) {
            return new Line(Sign.ADD, name, text(add.check()), true);
        } else if (change instanceof TableChange.DropCheck drop) {
            return new Line(Sign.DROP, name, text(drop.check()), true);
        } else if (change instanceof TableChange.SetTableOptions) {
            return new Line(Sign.CHANGE, name, "options", true);
        } else if (change instanceof TableChange.SetIndexComment comment) {
            return new Line(
                    Sign.CHANGE, name, "comment of index " + comment.index().name(), true);
        }
        return new Line(Sign.CHANGE, name, "comment", true);
    }

    private static String text(Column column) {
        return column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL")
                + column.defaultValue().map(value -> " DEFAULT " + value.sql()).orElse("")
                + column.generated()
                        .map(value -> " AS (" + value.expression().sql() + ")")
                        .orElse("");
    }

    private static String alter(Column before, Column after) {
        List<String> parts = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            parts.add(before.type() + " to " + after.type());
        }
        if (before.nullable() != after.nullable()) {
            parts.add(after.nullable() ? "may be NULL" : "NOT NULL");
        }
        if (!before.defaultValue().equals(after.defaultValue())) {
            parts.add(
                    after.defaultValue().map(value -> "DEFAULT " + value.sql()).orElse("no default"));
        }
        if (!before.identity().equals(after.identity())) {
            parts.add(
                    before.identity().isPresent() && after.identity().isPresent()
                            ? "numbered otherwise"
                            : after.identity().isPresent() ? "numbered" : "no longer numbered");
        }
        if (!before.generated().equals(after.generated())) {
            parts.add(after.generated()
                    .map(value -> "AS (" + value.expression().sql() + ")")
                    .orElse("no longer computed"));
        }
        if (!before.collation().equals(after.collation())) {
            parts.add("collation " + after.collation().orElse("of the table"));
        }
        if (!before.comment().equals(after.comment())) {
            parts.add("comment");
        }
        if (!before.options().equals(after.options())) {
            parts.add("options");
        }
        return after.name() + ": " + String.join(", ", parts);
    }

    private static String text(TableIndex index) {
        return (index.unique() ? "unique " : "index ") + index.name() + " " + list(index.parts())
                + index.where().map(where -> " WHERE " + where.sql()).orElse("");
    }

    private static String text(ForeignKey key) {
        return "foreign key " + key.name().map(name -> name + " ").orElse("")
                + list(key.columns(), key.target().toString(), key.targetColumns());
    }

    private static String list(List<String> columns, String target, List<String> targetColumns) {
        return "(" + String.join(", ", columns) + ") to " + target + " (" + String.join(", ", targetColumns) + ")";
    }

    private static String text(Check check) {
        return "check " + check.name().map(name -> name + " ").orElse("") + "("
                + check.expression().sql() + ")";
    }

    private static String list(List<IndexPart> parts) {
        return "("
                + String.join(
                        ", ",
                        parts.stream()
                                .map(part -> part.column()
                                        .or(() -> part.expression().map(expression -> expression.sql()))
                                        .orElse(""))
                                .toList())
                + ")";
    }
}
