package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.sql.Directive;
import java.util.List;

/** Steps as a file of plain SQL: a comment line, the statements, a blank line. */
public final class SqlScript {
    /** Stands above a statement that the engine must not run in the migration's transaction. */
    private static final String NO_TRANSACTION = Directive.PREFIX + " " + Directive.NO_TRANSACTION;

    private SqlScript() {}

    static String of(List<Step> steps, List<Finding> losses) {
        StringBuilder out = new StringBuilder();
        losses.forEach(loss ->
                out.append("-- loses data: ").append(oneLine(loss.message())).append('\n'));
        if (!losses.isEmpty()) {
            out.append('\n');
        }
        String gap = "";
        for (Step step : steps) {
            out.append(gap);
            gap = "\n";
            out.append("-- ").append(oneLine(step.title())).append('\n');
            for (String statement : step.statements()) {
                if (!step.transactional() && !statement.startsWith("PRAGMA ")) {
                    out.append(NO_TRANSACTION).append('\n');
                }
                out.append(statement).append(";\n");
            }
        }
        return out.toString();
    }

    /** A name may hold a line break; a comment may not. */
    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }
}
