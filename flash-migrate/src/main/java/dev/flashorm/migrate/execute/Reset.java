package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.EngineSession.IntegrityException;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.lock.RunnerLock;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes away what migrations made, and their history with it. */
final class Reset {
    private final DatabaseEngine engine;
    private final DatabaseUrl url;
    private final EngineSession session;
    private final RunnerLock lock;
    private final HistoryStore history;

    Reset(DatabaseEngine engine, DatabaseUrl url, EngineSession session, RunnerLock lock, HistoryStore history) {
        this.engine = engine;
        this.url = url;
        this.session = session;
        this.lock = lock;
        this.history = history;
    }

    /**
     * One transaction where the engine has it.
     *
     * @throws FailureException F5325 at the statement that failed
     */
    void run(List<Step> steps) throws SQLException, IntegrityException {
        List<Step> inside = new ArrayList<>(steps);
        // On SQLite a switch that a transaction would not heed; on MongoDB all of them.
        while (!inside.isEmpty() && !inside.get(0).transactional()) {
            step(inside.remove(0), steps.size() - inside.size(), steps.size());
        }
        lock.begin();
        boolean committed = false;
        try {
            history.clear();
            for (int i = 0; i < inside.size(); i++) {
                if (inside.get(i).transactional()) {
                    step(inside.get(i), steps.size() - inside.size() + i + 1, steps.size());
                }
            }
            session.commit();
            committed = true;
        } finally {
            if (!committed) {
                session.rollback();
            }
        }
    }

    private void step(Step step, int number, int total) {
        try {
            for (String sql : step.statements()) {
                session.execute(sql);
            }
        } catch (SQLException e) {
            throw FailureException.failed("F5325", "cannot " + step.title() + " (step " + number + " of " + total + ")")
                    .note(url.mask(engine.error(e).toString()))
                    .help("where the database cannot roll such statements back, the steps before this one are done")
                    .help("make room for it by hand, then run the same command again")
                    .next("flash reset --dry-run")
                    .build();
        }
    }
}
