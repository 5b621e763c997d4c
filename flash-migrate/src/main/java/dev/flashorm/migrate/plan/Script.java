package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.sql.Directive;
import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.List;

/** Steps as a plain file: a comment line, the statements, a blank line. */
final class Script {
    /** Stands above a statement that the engine must not run in the migration's transaction. */
    private static final String NO_TRANSACTION = Directive.PREFIX + " " + Directive.NO_TRANSACTION;

    private Script() {}

    static String of(List<Step> steps, List<Finding> losses, ScriptSyntax syntax) {
        StringBuilder out = new StringBuilder();
        losses.forEach(loss -> out.append(syntax.comment("loses data: " + loss.message())));
        if (!losses.isEmpty()) {
            out.append('\n');
        }
        String gap = "";
        for (Step step : steps) {
            out.append(gap);
            gap = "\n";
            out.append(syntax.comment(step.title()));
            for (String statement : step.statements()) {
                if (!step.transactional() && !statement.startsWith("PRAGMA ") && syntax == ScriptSyntax.SQL) {
                    out.append(NO_TRANSACTION).append('\n');
                }
                out.append(statement).append(";\n");
            }
        }
        return out.toString();
    }
}
