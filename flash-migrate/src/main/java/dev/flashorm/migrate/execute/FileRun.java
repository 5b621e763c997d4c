package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.EngineSession.IntegrityException;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.history.HistoryEntry.Intent;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.journal.Journal;
import dev.flashorm.migrate.lock.Backoff;
import dev.flashorm.migrate.lock.RunnerLock;
import dev.flashorm.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Runs one file of one migration: in one transaction with its history row where the engine allows it, or else step by
 * step with a journal.
 */
final class FileRun {
    private final DatabaseEngine engine;
    private final EngineSession session;
    private final RunnerLock lock;
    private final HistoryStore history;
    private final ExecutorOptions options;
    private final Migration migration;
    private final StepPlan plan;
    private final HistoryEntry fresh;
    private final ExecutionFailures failures;
    private final Compensation compensation;
    private Progress progress = Progress.before(0);
    private boolean inTransaction;
    /** How many statements stay done if the open transaction, or the running step, leaves nothing. */
    private int settled;

    /**
     * @param fresh the row as it is when the run begins, no step done
     * @param compensation is told of each step; takes them back when one fails
     */
    FileRun(
            DatabaseEngine engine,
            DatabaseUrl url,
            EngineSession session,
            RunnerLock lock,
            HistoryStore history,
            ExecutorOptions options,
            Migration migration,
            StepPlan plan,
            HistoryEntry fresh,
            Compensation compensation) {
        this.engine = engine;
        this.session = session;
        this.lock = lock;
        this.history = history;
        this.options = options;
        this.migration = migration;
        this.plan = plan;
        this.fresh = fresh;
        this.compensation = compensation;
        failures = new ExecutionFailures(url, migration, plan, fresh.direction());
    }

    ExecutionFailures failures() {
        return failures;
    }

    /** @return the 1-based step where it began; 0 when another runner was quicker */
    int run() throws ConnectionLostException {
        try {
            Optional<HistoryEntry> row = lock.read(() -> history.find(migration.id()));
            boolean resumes = row.isPresent()
                    && row.get().finishedAt().isEmpty()
                    && row.get().direction() == fresh.direction();
            return resumes || !plan.isWhole() ? stepByStep(resumes ? row : Optional.empty()) : whole();
        } catch (SQLException e) {
            ServerError error = engine.error(e);
            throwIfLost(error, e);
            throw failures.bookkeeping(error, progress, inTransaction ? rollback() : failures.done(settled), e);
        } finally {
            restore();
        }
    }

    private void restore() {
        try {
            for (Statement statement : plan.all(StepKind.AFTER)) {
                session.execute(statement.text());
            }
            session.restore();
        } catch (SQLException e) {
            // The session is broken, and nothing runs on it any more; what broke it has been told.
            options.listener()
                    .notice("the session's settings were not restored: "
                            + engine.error(e).text());
        }
    }

    private int whole() throws SQLException, ConnectionLostException {
        before(0);
        Backoff backoff = new Backoff(options.tableLockWait());
        while (true) {
            begin(0);
            Optional<HistoryEntry> row = history.find(migration.id());
            if ((row.isPresent() && row.get().isApplied() == (fresh.direction() == Direction.UP))
                    || (row.isEmpty() && fresh.direction() == Direction.DOWN)) {
                session.rollback();
                return 0;
            }
            if (group(0, plan.size(), new Journal(history, fresh), backoff, true)) {
                return 1;
            }
        }
    }

    private int stepByStep(Optional<HistoryEntry> row) throws SQLException, ConnectionLostException {
        Journal journal = new Journal(history, row.map(this::current).orElse(fresh));
        settled = journal.entry().stepsDone();
        progress = Progress.after(settled);
        if (row.isPresent() && !journal.matches(plan.statements())) {
            throw failures.editedSteps(row.get().stepsDone());
        }
        journal.open();
        if (journal.entry().intent().isPresent()) {
            settle(journal, journal.entry().intent().get());
        }
        int start = journal.entry().stepsDone();
        compensation.begin(start);
        before(start);
        int index = start;
        while (index < plan.size()) {
            settled = index;
            if (plan.kinds().get(index) == StepKind.ALONE) {
                alone(index, journal);
                index++;
            } else {
                int end = plan.groupEnd(index);
                Backoff backoff = new Backoff(options.tableLockWait());
                boolean done = false;
                while (!done) {
                    begin(index);
                    done = group(index, end, journal, backoff, false);
                }
                compensation.doneTogether(index, end);
                index = end;
            }
        }
        settled = plan.size();
        progress = Progress.after(settled);
        finish();
        return start + 1;
    }

    /** A file may have been corrected behind the steps that are done: its checksum is that of the file that runs. */
    private HistoryEntry current(HistoryEntry row) {
        return new HistoryEntry(
                fresh.id(),
                fresh.name(),
                fresh.checksum(),
                fresh.sqlChecksum(),
                fresh.stateHash(),
                fresh.direction(),
                row.startedAt(),
                Optional.empty(),
                row.stepsDone(),
                plan.size(),
                row.doneChecksum(),
                row.intent(),
                Optional.empty(),
                fresh.executedBy(),
                fresh.toolVersion());
    }

    /** What an earlier run began: done, not done, or for a person to look at. */
    private void settle(Journal journal, Intent intent) throws SQLException {
        int index = intent.step() - 1;
        if (index >= plan.size()) {
            throw failures.editedSteps(intent.step());
        }
        Statement statement = plan.statement(index);
        progress = Progress.in(index);
        if (!statement.checksum().equals(intent.checksum())) {
            throw failures.unknownStep(index, "the statement was changed after it was begun");
        }
        StepState state = session.probe(statement, intent.before());
        options.listener()
                .notice("an earlier run was stopped in statement " + intent.step() + " of " + plan.size() + ": "
                        + state.detail());
        switch (state.kind()) {
            case AFTER -> journal.done(intent.step(), plan.statements());
            case BEFORE -> session.clean(statement).ifPresent(options.listener()::notice);
            case NEITHER -> throw failures.unknownStep(index, state.detail());
        }
    }

    /** Settings that count outside of transactions, and those of the session that earlier steps made. */
    private void before(int done) throws ConnectionLostException {
        for (int i = 0; i < plan.size(); i++) {
            StepKind kind = plan.kinds().get(i);
            if (kind == StepKind.BEFORE || (kind == StepKind.SESSION && i < done)) {
                try {
                    execute(i);
                } catch (SQLException e) {
                    throw failures.statement(engine.error(e), i, failures.done(done));
                }
            }
        }
    }

    private void begin(int index) throws SQLException {
        progress = Progress.before(index);
        settled = index;
        lock.begin();
        inTransaction = true;
    }

    /**
     * Runs the steps of one transaction, which is open, and ends it.
     *
     * @param last whether the whole file is in it
     * @return false when locks were missing, and it is to be tried again
     */
    private boolean group(int start, int end, Journal journal, Backoff backoff, boolean last)
            throws SQLException, ConnectionLostException {
        for (int i = start; i < end; i++) {
            stopIfAsked(i);
            if (plan.runsInPlace(i)) {
                try {
                    execute(i);
                } catch (SQLException e) {
                    ServerError error = engine.error(e);
                    String outcome = rollback();
                    if (error.category() == Category.LOCK_TIMEOUT && backoff.pause()) {
                        options.listener().notice("statement " + (i + 1) + " waits for a lock; trying again");
                        return false;
                    }
                    throw failures.statement(error, i, compensated(journal, start, outcome));
                }
            }
        }
        progress = Progress.after(end);
        try {
            if (last) {
                finish();
            } else {
                journal.done(end, plan.statements());
            }
            session.commit();
            inTransaction = false;
            return true;
        } catch (IntegrityException e) {
            throw failures.integrity(String.valueOf(e.getMessage()), e.rows(), rollback());
        }
    }

    private void alone(int index, Journal journal) throws SQLException, ConnectionLostException {
        Statement statement = plan.statement(index);
        int step = index + 1;
        Backoff backoff = new Backoff(options.tableLockWait());
        String before = "";
        boolean done = false;
        while (!done) {
            stopIfAsked(index);
            progress = Progress.before(index);
            boolean begun = false;
            try {
                before = session.fingerprint(statement);
                journal.intend(step, statement, before);
                begun = true;
                execute(index);
                done = true;
            } catch (SQLException e) {
                ServerError error = engine.error(e);
                boolean nothing = begun && leavesNothing(journal, statement, before, error);
                boolean again = error.category() == Category.LOCK_TIMEOUT && (nothing || !begun);
                if (again && backoff.pause()) {
                    options.listener().notice("statement " + step + " waits for a lock; trying again");
                } else if (begun) {
                    String outcome = failures.done(index);
                    throw failures.statement(
                            error,
                            index,
                            nothing
                                    ? compensated(journal, index, outcome + "; the failed one has changed nothing")
                                    : outcome + "; the failed one may have changed something");
                } else {
                    throw e;
                }
            }
        }
        progress = Progress.after(step);
        journal.done(step, plan.statements());
        compensation.doneAlone(index, before);
    }

    private void stopIfAsked(int index) {
        if (options.stop().getAsBoolean()) {
            throw failures.stopped(index, inTransaction ? rollback() : failures.done(index));
        }
    }

    /** What holds after a failure, once the steps before it are taken back where that was asked for. */
    private String compensated(Journal journal, int done, String outcome) {
        return plan.isWhole() || done == 0 ? outcome : compensation.run(journal, done, outcome);
    }

    /** Looks what a failed step has left, takes it away where that is safe, and records it. */
    private boolean leavesNothing(Journal journal, Statement statement, String before, ServerError error)
            throws SQLException {
        session.clean(statement).ifPresent(options.listener()::notice);
        boolean nothing = session.fingerprint(statement).equals(before);
        if (nothing) {
            journal.failed(error.toString());
        } else {
            journal.unclear(error.toString());
        }
        return nothing;
    }

    private void execute(int index) throws SQLException, ConnectionLostException {
        Statement statement = plan.statement(index);
        options.listener().step(migration, index + 1, plan.size(), statement);
        progress = Progress.in(index);
        try {
            session.execute(statement.text());
        } catch (SQLException e) {
            throwIfLost(engine.error(e), e);
            throw e;
        }
    }

    private void throwIfLost(ServerError error, SQLException e) throws ConnectionLostException {
        if (error.category() == Category.CONNECTION) {
            throw new ConnectionLostException(error, progress, e);
        }
    }

    private void finish() throws SQLException {
        if (fresh.direction() == Direction.DOWN) {
            history.delete(migration.id());
            return;
        }
        history.save(fresh.finished(options.clock().instant().toString(), Journal.checksum(plan.statements())));
    }

    /** Rolls back, and says what holds then: never "rolled back" unless the server confirmed it. */
    private String rollback() {
        inTransaction = false;
        try {
            session.rollback();
            return settled == 0 && plan.isWhole()
                    ? "rolled back: the database is as it was before this migration"
                    : "rolled back to the end of statement " + settled + "; " + failures.done(settled);
        } catch (SQLException e) {
            return "the rollback failed as well (" + engine.error(e)
                    + "); the server ends the transaction with the connection";
        }
    }
}
