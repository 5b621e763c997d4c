package dev.flashorm.migrate.lint;

import java.util.List;

/** What is a hazard on every database: data that goes, code that breaks. */
final class CommonRules {
    private CommonRules() {}

    static List<Hazard> judge(Operation operation, Scene scene) {
        if (operation instanceof Operation.DropTable drop
                && !scene.isNew(drop.table())
                && !scene.isReplaced(drop.table())) {
            return List.of(new Hazard(
                    Lint.DROP_TABLE,
                    "dropping `" + drop.table() + "` takes its rows, and breaks the code that runs and still uses it",
                    "release the code that no longer uses it first, drop in a later migration"));
        }
        if (operation instanceof Operation.DropColumn drop && !scene.isNew(drop.table())) {
            return List.of(new Hazard(
                    Lint.DROP_COLUMN,
                    "dropping `" + drop.column() + "` of `" + drop.table()
                            + "` takes its values, and breaks the code that runs and still uses it",
                    "release the code that no longer uses it first, drop in a later migration"));
        }
        if (operation instanceof Operation.RenameTable rename
                && !scene.isNew(rename.before())
                && !scene.isReplaced(rename.before())) {
            return List.of(renamed("`" + rename.before() + "`", "`" + rename.after() + "`", "table"));
        }
        if (operation instanceof Operation.RenameColumn rename && !scene.isNew(rename.table())) {
            return List.of(renamed(
                    "`" + rename.before() + "` of `" + rename.table() + "`", "`" + rename.after() + "`", "column"));
        }
        if (operation instanceof Operation.Delete delete && !scene.isNew(delete.table()) && !delete.has("WHERE")) {
            return List.of(new Hazard(
                    Lint.DELETE_ALL_ROWS,
                    "this deletes all rows of `" + delete.table() + "`, on every database that the migration reaches",
                    "say which rows by WHERE"));
        }
        if (operation instanceof Operation.Update update && !scene.isNew(update.table()) && !update.has("WHERE")) {
            return List.of(new Hazard(
                    Lint.UPDATE_ALL_ROWS,
                    "this writes every row of `" + update.table() + "` at once, and holds their locks until it is done",
                    "write a part of the rows at a time, outside of the migration"));
        }
        return List.of();
    }

    private static Hazard renamed(String before, String after, String what) {
        return new Hazard(
                Lint.RENAME,
                "renaming " + before + " to " + after + " breaks the code that runs and uses the old name",
                "keep the " + what + "'s name in the database and rename in the schema only, by `@map` or `@@map`");
    }
}
