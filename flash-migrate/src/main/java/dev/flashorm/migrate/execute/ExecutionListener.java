package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.sql.Statement;

/** Is told what happens, for a progress display; it must return quickly. */
public interface ExecutionListener {
    ExecutionListener SILENT = new ExecutionListener() {
        @Override
        public void step(Migration migration, int step, int total, Statement statement) {}

        @Override
        public void notice(String text) {}
    };

    /** The statement is about to run; the number is 1-based. */
    void step(Migration migration, int step, int total, Statement statement);

    /** Something worth a line on standard error. */
    void notice(String text);
}
