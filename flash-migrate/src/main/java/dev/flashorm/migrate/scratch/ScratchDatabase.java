package dev.flashorm.migrate.scratch;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.MigrationConnection;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.engine.ScratchMaker;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An empty database to try things out in. It is taken away when it is closed, and when the process ends before that, by
 * Ctrl-C too; only a killed process leaves one behind, whose name begins with `flash_scratch_`.
 */
public final class ScratchDatabase implements AutoCloseable {
    private static final String OWNER = "flash, trying out";

    private final DatabaseUrl url;
    private final Removal removal;
    private final AtomicBoolean removed = new AtomicBoolean();
    private final Thread hook;

    private ScratchDatabase(DatabaseUrl url, Removal removal) {
        this.url = url;
        this.removal = removal;
        hook = new Thread(this::removeAtExit, "flash-scratch");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private interface Removal {
        void run() throws SQLException;
    }

    /**
     * Takes the shadow database where there is one, or else makes a database beside another.
     *
     * @param shadow the datasource's `shadowDatabaseUrl`
     * @throws FailureException F5350, when none can be had; F5351, when the shadow database holds something
     */
    public static ScratchDatabase open(DatabaseUrl beside, Optional<DatabaseUrl> shadow) {
        return shadow.isPresent() && !beside.provider().equals("sqlite") ? in(shadow.get()) : beside(beside);
    }

    private static ScratchDatabase beside(DatabaseUrl beside) {
        DatabaseEngine engine = Engines.of(beside.provider());
        ScratchMaker maker = engine.scratch();
        String name = "flash_scratch_" + UUID.randomUUID().toString().replace("-", "");
        try {
            DatabaseUrl url = maker.address(beside, name);
            ScratchDatabase scratch = new ScratchDatabase(url, () -> maker.drop(beside, url));
            try {
                maker.create(beside, url);
            } catch (SQLException | RuntimeException e) {
                scratch.close();
                throw e;
            }
            return scratch;
        } catch (SQLException e) {
            throw none(engine, beside, e);
        }
    }

    private static ScratchDatabase in(DatabaseUrl shadow) {
        DatabaseEngine engine = Engines.of(shadow.provider());
        ScratchMaker maker = engine.scratch();
        try (EngineSession session = MigrationConnection.open(engine, shadow, OWNER)) {
            session.prepare();
            boolean ours = maker.isMarked(shadow);
            List<String> found = maker.contents(shadow);
            if (!ours && !found.isEmpty()) {
                throw FailureException.failed(
                                "F5351",
                                "the shadow database " + shadow.place() + " holds something: nobody may lose it")
                        .note("found " + String.join(", ", found.subList(0, Math.min(5, found.size()))))
                        .help("give `shadowDatabaseUrl` an empty database, or empty this one yourself")
                        .build();
            }
            if (ours) {
                maker.clear(shadow);
            }
            maker.mark(shadow);
        } catch (SQLException e) {
            throw none(engine, shadow, e);
        }
        return new ScratchDatabase(shadow, () -> maker.clear(shadow));
    }

    private static FailureException none(DatabaseEngine engine, DatabaseUrl url, SQLException cause) {
        return FailureException.failed("F5350", "no scratch database can be had at " + url.place())
                .note(url.mask(engine.error(cause).toString()))
                .help(
                        "grant the right to create databases, or give an empty one by `shadowDatabaseUrl` in the datasource"
                                + " block")
                .cause(cause)
                .build();
    }

    public DatabaseUrl url() {
        return url;
    }

    /**
     * What it holds now.
     *
     * @throws FailureException F5353, when it could not be read
     */
    public DatabaseSchema catalog(IntrospectionScope scope) {
        try (EngineSession session = session()) {
            return session.catalog(scope);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /**
     * Runs a plan there and back, and once more.
     *
     * @param before what the plan starts from
     * @return what does not hold; empty when the plan does
     * @throws FailureException F5353, when the connection broke
     */
    public List<PlanVerifier.Flaw> tryOut(DatabaseSchema before, MigrationPlan plan) {
        try (EngineSession session = session()) {
            if (!session.tryLock()) {
                throw new SQLException("somebody else works in it");
            }
            return new PlanVerifier(url.provider()).verify(session, before, plan);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private EngineSession session() {
        return MigrationConnection.open(Engines.of(url.provider()), url, OWNER);
    }

    private FailureException broken(SQLException e) {
        return FailureException.failed("F5353", "the scratch database " + url.place() + " could not be read")
                .note(url.mask(Engines.of(url.provider()).error(e).toString()))
                .cause(e)
                .build();
    }

    private void removeAtExit() {
        try {
            remove();
        } catch (SQLException | RuntimeException e) {
            System.err.println("note: " + leftover(e));
        }
    }

    private void remove() throws SQLException {
        if (!removed.getAndSet(true)) {
            removal.run();
        }
    }

    private String leftover(Exception e) {
        return "the scratch database " + url.place() + " could not be removed: "
                + url.mask(String.valueOf(e.getMessage()));
    }

    /** @throws FailureException F5352, when it could not be removed */
    @Override
    public void close() {
        try {
            remove();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (SQLException e) {
            throw FailureException.failed("F5352", leftover(e))
                    .help("drop it yourself")
                    .cause(e)
                    .build();
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook finds nothing left to do.
            return;
        }
    }
}
