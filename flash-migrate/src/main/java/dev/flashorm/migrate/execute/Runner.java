package dev.flashorm.migrate.execute;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.MigrationConnection;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.EngineSession.IntegrityException;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.history.HistoryEntry.Intent;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.journal.Journal;
import dev.flashorm.migrate.lock.Backoff;
import dev.flashorm.migrate.lock.RunnerLock;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection at work: locked when started, opened anew when it broke. */
final class Runner implements AutoCloseable {
    private static final Duration RECONNECT = Duration.ofSeconds(15);

    private final DatabaseEngine engine;
    private final DatabaseUrl url;
    private final ExecutorOptions options;
    private final String owner = Owner.describe();
    private final List<String> notices = new ArrayList<>();
    private EngineSession session;
    private RunnerLock lock;
    private HistoryStore history;
    private boolean started;
    private int ran;

    private Runner(DatabaseEngine engine, DatabaseUrl url, ExecutorOptions options) {
        this.engine = engine;
        this.url = url;
        this.options = options;
        session = MigrationConnection.open(engine, url, owner);
        lock = new RunnerLock(engine, url, session, options.lockWait(), options.stop());
        history = session.history();
    }

    static Runner open(DatabaseEngine engine, DatabaseUrl url, ExecutorOptions options) {
        return new Runner(engine, url, options);
    }

    /** Takes the lock and makes the history table, where it isn't there. */
    void start() {
        start(Optional.empty());
    }

    /** @param settled a migration that Prisma may have left half-way: somebody is about to say how far it came */
    void start(Optional<String> settled) {
        try {
            session.prepare();
            lock.acquire();
            started = true;
            if (lock.read(history::read).isEmpty()) {
                // Read before anything is written: it may refuse. MySQL commits at CREATE TABLE, so that the rows are
                // a transaction of their own, and an empty table is one whose rows did not come to be written.
                List<HistoryEntry> adopted = session.adopted(settled);
                lock.begin();
                history.create();
                session.commit();
                lock.begin();
                if (history.read().isEmpty()) {
                    for (HistoryEntry entry : adopted) {
                        history.save(entry);
                    }
                }
                session.commit();
            }
        } catch (SQLException | IntegrityException e) {
            throw bookkeeping(e);
        }
    }

    /** The connection that is in use now, in auto-commit mode between migrations; empty on a database without SQL. */
    Optional<Connection> connection() {
        return session instanceof JdbcSession jdbc ? Optional.of(jdbc.connection()) : Optional.empty();
    }

    List<String> notices() {
        return notices;
    }

    List<HistoryEntry> history() {
        try {
            return lock.read(() -> {
                List<HistoryEntry> entries = history.read();
                return entries.isEmpty() ? session.adopted(Optional.empty()) : entries;
            });
        } catch (SQLException e) {
            throw bookkeeping(e);
        }
    }

    Optional<HistoryEntry> find(String id) {
        try {
            return lock.read(() -> history.find(id));
        } catch (SQLException e) {
            throw bookkeeping(e);
        }
    }

    /** Records a migration as applied without running it. */
    void record(Migration migration, StepPlan plan) {
        HistoryEntry fresh = fresh(migration, Direction.UP, plan);
        write(() -> history.save(
                fresh.finished(options.clock().instant().toString(), Journal.checksum(plan.statements()))));
    }

    /** Records each migration whose predecessors the database has all, in their place. */
    void adopt(MigrationFolder folder) {
        for (Migration migration : new Replacements(folder, history()).complete()) {
            StepPlan plan = StepPlan.of(engine, migration.up());
            HistoryEntry row = fresh(migration, Direction.UP, plan)
                    .finished(options.clock().instant().toString(), Journal.checksum(plan.statements()));
            write(() -> {
                for (String id : migration.replaces()) {
                    history.delete(id);
                }
                history.save(row);
            });
            notice("recorded `" + migration.id() + "` as applied: the database has all of the "
                    + migration.replaces().size() + " migrations that it replaces");
        }
    }

    void forget(String id) {
        write(() -> history.delete(id));
    }

    /**
     * Runs statements and forgets every migration, in one transaction where the engine has it. The last work of a session:
     * what it has switched off stays off.
     *
     * @throws FailureException F5325 at the statement that failed
     */
    void reset(List<Step> steps) {
        try {
            new Reset(engine, url, session, lock, history).run(steps);
        } catch (SQLException | IntegrityException e) {
            throw bookkeeping(e);
        }
    }

    /** Ends the doubt about a step. */
    void settle(HistoryEntry row, StepPlan plan, boolean done) {
        Journal journal = new Journal(history, row);
        int step = row.intent().orElseThrow().step();
        write(() -> {
            if (done) {
                journal.done(step, plan.statements());
            } else {
                journal.failed("a person has seen that it is not done");
            }
        });
    }

    private void write(Change change) {
        try {
            lock.begin();
            change.make();
            session.commit();
        } catch (SQLException | IntegrityException e) {
            throw bookkeeping(e);
        }
    }

    private interface Change {
        void make() throws SQLException;
    }

    /** Empty when another runner was quicker. */
    Optional<ExecutionReport.Run> run(Migration migration, Direction direction, StepPlan plan) {
        long start = System.nanoTime();
        FileRun run = new FileRun(
                engine,
                url,
                session,
                lock,
                history,
                options,
                migration,
                plan,
                fresh(migration, direction, plan),
                new Compensation(engine, session, options, plan));
        int resumedAt;
        try {
            resumedAt = run.run();
        } catch (ConnectionLostException e) {
            resumedAt = 1;
            afterLoss(migration, direction, plan, run.failures(), e);
        }
        ran++;
        return resumedAt == 0
                ? Optional.empty()
                : Optional.of(new ExecutionReport.Run(
                        migration.id(),
                        direction,
                        plan.size(),
                        resumedAt,
                        Duration.ofNanos(System.nanoTime() - start)));
    }

    /**
     * Looks with a new connection what became of it. Holding the lock proves that the old session is over, and with it
     * its transaction.
     */
    private void afterLoss(
            Migration migration,
            Direction direction,
            StepPlan plan,
            ExecutionFailures failures,
            ConnectionLostException lost) {
        Optional<HistoryEntry> row;
        try {
            reopen();
            row = history.find(migration.id());
        } catch (SQLException | FailureException e) {
            throw failures.lost(
                    lost,
                    "and the server can't be reached again (" + reason(e)
                            + "): what it has committed isn't known; the next run finds out");
        }
        boolean finished =
                direction == Direction.UP ? row.isPresent() && row.get().isApplied() : row.isEmpty();
        if (finished) {
            notice("the connection broke while the server committed `" + migration.id()
                    + "`; after connecting again it is found complete");
            return;
        }
        if (plan.isWhole()
                && (row.isEmpty() || (direction == Direction.DOWN && row.get().isApplied()))) {
            throw failures.lost(lost, "rolled back, as seen after connecting again");
        }
        int done = row.map(HistoryEntry::stepsDone).orElse(0);
        throw failures.lost(lost, failures.done(done) + "; the next run looks how far the other came");
    }

    private String reason(Exception thrown) {
        return thrown instanceof SQLException sql
                ? url.mask(engine.error(sql).toString())
                : String.valueOf(thrown.getMessage());
    }

    /** What the database shows of the step that a row says was begun. */
    Optional<StepState> probe(HistoryEntry row, StepPlan plan) {
        if (row.intent().isEmpty() || row.intent().get().step() > plan.size()) {
            return Optional.empty();
        }
        try {
            Intent intent = row.intent().get();
            return Optional.of(session.probe(plan.statement(intent.step() - 1), intent.before()));
        } catch (SQLException e) {
            throw bookkeeping(e);
        }
    }

    /** Who runs at this moment, as far as the server tells. */
    Optional<String> owner() {
        try {
            return session.lockOwner();
        } catch (SQLException e) {
            throw bookkeeping(e);
        }
    }

    private void notice(String text) {
        notices.add(text);
        options.listener().notice(text);
    }

    private void reopen() throws SQLException {
        closeQuietly();
        Backoff backoff = new Backoff(RECONNECT);
        while (true) {
            try {
                session = MigrationConnection.open(engine, url, owner);
                break;
            } catch (FailureException e) {
                if (!backoff.pause()) {
                    throw e;
                }
            }
        }
        lock = new RunnerLock(engine, url, session, options.lockWait().plus(RECONNECT), options.stop());
        history = session.history();
        session.prepare();
        lock.acquire();
    }

    private HistoryEntry fresh(Migration migration, Direction direction, StepPlan plan) {
        return new HistoryEntry(
                migration.id(),
                migration.name(),
                migration.checksum(),
                direction == Direction.UP ? plan.file().checksum() : "",
                migration.stateHash(),
                direction,
                options.clock().instant().toString(),
                Optional.empty(),
                0,
                plan.size(),
                Journal.checksum(List.of()),
                Optional.empty(),
                Optional.empty(),
                owner,
                options.toolVersion());
    }

    private FailureException bookkeeping(Exception thrown) {
        ServerError error = thrown instanceof SQLException sql
                ? engine.error(sql)
                : new ServerError(Category.OTHER, url.provider(), "", String.valueOf(thrown.getMessage()), 0);
        FailureException.Builder failure = switch (error.category()) {
            case PERMISSION ->
                FailureException.failed("F5318", "this user may not keep the history of migrations")
                        .help("grant the right to create and write tables named _flash_…");
            case CONNECTION -> FailureException.failed("F5314", "the connection to " + url.place() + " broke");
            case LOCK_TIMEOUT ->
                FailureException.of(FailureException.Kind.LOCKED, "F5510", "another run works on " + url.place());
            default -> FailureException.failed("F5319", "the history of migrations can't be read or written");
        };
        return failure.note(url.mask(error.toString()))
                .note(ran == 0 ? "nothing was executed" : ran + " migrations were brought to their end before")
                .cause(thrown)
                .next("flash migrate status")
                .build();
    }

    private void closeQuietly() {
        try {
            session.close();
        } catch (SQLException e) {
            // It is broken, that is why it is closed.
            return;
        }
    }

    @Override
    public void close() {
        try {
            if (started && !session.isClosed()) {
                session.unlock();
            }
        } catch (SQLException e) {
            // The lock ends with the connection, which is closed next.
            options.listener()
                    .notice("the lock is freed by closing the connection: "
                            + engine.error(e).text());
        }
        closeQuietly();
    }
}
