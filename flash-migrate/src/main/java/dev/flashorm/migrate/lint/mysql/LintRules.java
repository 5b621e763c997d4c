package dev.flashorm.migrate.lint.mysql;

import dev.flashorm.migrate.lint.ColumnDefinition;
import dev.flashorm.migrate.lint.Hazard;
import dev.flashorm.migrate.lint.HazardRules;
import dev.flashorm.migrate.lint.Lint;
import dev.flashorm.migrate.lint.Operation;
import dev.flashorm.migrate.lint.Scene;
import java.util.List;

/** What InnoDB can do beside writers, by section 17.12 of the manual, "Online DDL Operations". */
public final class LintRules implements HazardRules {
    @Override
    public String provider() {
        return "mysql";
    }

    @Override
    public List<Hazard> judge(Operation operation, Scene scene) {
        if (operation instanceof Operation.RetypeColumn retype && !scene.isNew(retype.table())) {
            return List.of(copy(
                    retype.table(),
                    "another type for `" + retype.column().name() + "` is a copy of the table, unless it only widens"));
        }
        if (operation instanceof Operation.AddConstraint add && !scene.isNew(add.table())) {
            return switch (add.kind()) {
                case FOREIGN_KEY ->
                    List.of(copy(add.table(), "a foreign key is checked against every row, in a copy of the table"));
                case CHECK -> List.of(copy(add.table(), "a check is tested on every row, in a copy of the table"));
                case UNIQUE, PRIMARY_KEY -> List.of();
            };
        }
        if (operation instanceof Operation.AddColumn add && !scene.isNew(add.table())) {
            return column(add);
        }
        if (operation instanceof Operation.TableClause clause && !scene.isNew(clause.table()) && copies(clause)) {
            return List.of(copy(clause.table(), "this is a copy of the table"));
        }
        if (operation instanceof Operation.Other other
                && (other.starts("LOCK", "TABLES") || other.starts("OPTIMIZE", "TABLE"))) {
            return List.of(new Hazard(
                    Lint.TABLE_LOCK,
                    "this shuts others out of the table for as long as it runs",
                    "leave it out: a migration has the locks that it needs"));
        }
        return List.of();
    }

    private static List<Hazard> column(Operation.AddColumn add) {
        ColumnDefinition column = add.column();
        if (column.isRequired() && !column.isFilled()) {
            return List.of(new Hazard(
                    Lint.REQUIRED_COLUMN,
                    "`" + column.name() + "` is required and has no default: rows of `" + add.table()
                            + "` get '' or 0, which nobody chose",
                    "give it a default, or add it as NULL, fill it, and require it then"));
        }
        boolean copies = column.has("STORED") || column.has("AUTO_INCREMENT");
        return copies ? List.of(copy(add.table(), "such a column is written into a copy of the table")) : List.of();
    }

    private static boolean copies(Operation.TableClause clause) {
        return clause.has("CONVERT", "TO")
                || clause.has("DROP", "PRIMARY", "KEY")
                || clause.starts("ENGINE")
                || clause.starts("ORDER", "BY")
                || clause.starts("PARTITION", "BY")
                || (clause.starts("ALGORITHM") && clause.has("COPY"));
    }

    private static Hazard copy(String table, String why) {
        return new Hazard(
                Lint.TABLE_COPY,
                why + ", and nobody can write to `" + table + "` meanwhile",
                "do it at a quiet time, or with a tool that copies beside the application");
    }
}
