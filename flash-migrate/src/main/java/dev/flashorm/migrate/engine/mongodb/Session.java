package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.StepState;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryStore;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.mongodb.CollectionReader;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** A client at work on one database. There are no transactions: each write of the history stands by itself. */
final class Session implements EngineSession {
    private final MongoClient client;
    private final MongoDatabase database;
    private final Lease lease;
    private final StepProbe probe;
    private boolean closed;

    Session(MongoClient client, MongoDatabase database, String owner) {
        this.client = client;
        this.database = database;
        lease = new Lease(database, owner);
        probe = new StepProbe(database);
    }

    @Override
    public void prepare() {}

    @Override
    public void restore() {}

    @Override
    public void execute(String text) throws SQLException {
        MongoCommand command = MongoCommand.parse(text).orElseThrow(() -> new IllegalStateException(text));
        MongoFailure.run(() -> {
            if (!lease.isHeld()) {
                throw new MongoException(
                        "another run has taken the lock: this process was stopped for longer than its lease, "
                                + Lease.LENGTH.toSeconds() + " s");
            }
            run(command);
        });
    }

    private void run(MongoCommand command) {
        if (!command.name().equals("renameCollection")) {
            Document answer = database.runCommand(command.document());
            // A command that writes answers "ok" even where documents were refused.
            for (Document error : answer.getList("writeErrors", Document.class, List.of())) {
                throw new MongoException(error.getInteger("code", 0), error.getString("errmsg"));
            }
            return;
        }
        // It is run on `admin`, with full names (manual, "renameCollection").
        String prefix = database.getName() + ".";
        client.getDatabase("admin")
                .runCommand(new Document("renameCollection", prefix + command.collection())
                        .append("to", prefix + command.document().getString("to")));
    }

    @Override
    public boolean tryLock() throws SQLException {
        return MongoFailure.call(lease::tryTake);
    }

    @Override
    public Optional<String> lockOwner() throws SQLException {
        return MongoFailure.call(lease::owner);
    }

    @Override
    public void unlock() throws SQLException {
        MongoFailure.run(lease::free);
    }

    @Override
    public boolean tryBegin() {
        return true;
    }

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public DatabaseSchema catalog(IntrospectionScope scope) throws SQLException {
        return MongoFailure.call(() -> CollectionReader.read(database));
    }

    @Override
    public HistoryStore history() {
        return new MongoHistory(database);
    }

    /** Prisma has no migrations on MongoDB. */
    @Override
    public List<HistoryEntry> adopted(Optional<String> settled) {
        return List.of();
    }

    @Override
    public String fingerprint(Statement statement) throws SQLException {
        return MongoFailure.call(() -> probe.fingerprint(MongoCommand.of(statement)));
    }

    @Override
    public StepState probe(Statement statement, String before) throws SQLException {
        return MongoFailure.call(() -> probe.probe(MongoCommand.of(statement), before));
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        lease.abandon();
        closed = true;
        client.close();
    }
}
