package dev.flashorm.migrate.lint.sqlite;

import dev.flashorm.migrate.lint.ColumnDefinition;
import dev.flashorm.migrate.lint.Hazard;
import dev.flashorm.migrate.lint.HazardRules;
import dev.flashorm.migrate.lint.Lint;
import dev.flashorm.migrate.lint.Operation;
import dev.flashorm.migrate.lint.Scene;
import java.util.List;

/** By the page "ALTER TABLE". The whole database has one writer: what takes long holds up everybody. */
public final class LintRules implements HazardRules {
    @Override
    public String provider() {
        return "sqlite";
    }

    @Override
    public List<Hazard> judge(Operation operation, Scene scene) {
        if (operation instanceof Operation.DropTable drop && scene.isReplaced(drop.table())) {
            return List.of(new Hazard(
                    Lint.TABLE_REBUILD,
                    "`" + drop.table() + "` is copied, and nobody can write to the database meanwhile",
                    "where the table is large, do it at a quiet time"));
        }
        if (operation instanceof Operation.AddColumn add && !scene.isNew(add.table())) {
            ColumnDefinition column = add.column();
            if (column.isRequired() && !column.isFilled()) {
                return List.of(new Hazard(
                        Lint.REQUIRED_COLUMN,
                        "`" + column.name() + "` is required and has no default, which SQLite refuses",
                        "give it a default"));
            }
        }
        return List.of();
    }
}
