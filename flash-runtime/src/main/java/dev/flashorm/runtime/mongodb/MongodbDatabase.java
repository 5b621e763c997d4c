package dev.flashorm.runtime.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.StatementEvent;
import dev.flashorm.runtime.StatementListener;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.TransactionWork;
import dev.flashorm.runtime.error.ModelNames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** A database of a MongoDB server: what a generated {@code AppDb} wraps. For use by many threads. */
public final class MongodbDatabase implements AutoCloseable {
    private static final CodecRegistry VALUES = CodecRegistries.fromCodecs(new BsonDocumentCodec());

    private final MongoClient client;
    private final boolean owned;
    private final com.mongodb.client.MongoDatabase database;
    private final MongodbErrors errors;
    private final MongodbSession session;
    private final List<StatementListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Topology topology;
    private volatile boolean closed;

    private MongodbDatabase(MongoClient client, boolean owned, String name, ModelNames names) {
        this.client = client;
        this.owned = owned;
        this.database = client.getDatabase(name).withCodecRegistry(VALUES);
        this.errors = new MongodbErrors(names);
        this.session = new MongodbSession(this, null, false);
    }

    private record Topology(DatabaseServer server, boolean transactions) {}

    /**
     * Opens a client and asks the server once, so that a wrong URL shows here.
     *
     * @param url {@code mongodb://host/database} or {@code mongodb+srv://…}, with the driver's options
     * @throws ConnectionFailure if the URL is wrong, or the server cannot be reached or refuses the log-in
     */
    public static MongodbDatabase connect(String url, ModelNames names) {
        ConnectionString address = parse(url);
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(address);
        if (address.getApplicationName() == null) {
            settings.applicationName("flash");
        }
        MongoClient client = MongoClients.create(settings.build());
        MongodbDatabase database = new MongodbDatabase(client, true, database(address), names);
        try {
            database.topology();
        } catch (RuntimeException failed) {
            client.close();
            throw failed;
        }
        return database;
    }

    /** Uses the application's own client, which stays the application's to close. */
    public static MongodbDatabase of(MongoClient client, String name, ModelNames names) {
        return new MongodbDatabase(client, false, name, names);
    }

    private static ConnectionString parse(String url) {
        try {
            return new ConnectionString(url);
        } catch (IllegalArgumentException wrong) {
            // The driver's text may repeat a part of the URL that is a password.
            throw new ConnectionFailure(
                    "The URL of the database cannot be read. Its form is mongodb://user:password@host:port/database; in"
                            + " a user name or password the characters : / ? # [ ] @ must be percent-encoded.",
                    null);
        }
    }

    private static String database(ConnectionString address) {
        String name = address.getDatabase();
        if (name == null || name.isEmpty()) {
            throw new ConnectionFailure(
                    "The URL names no database: it must end in /database, as in mongodb://host:27017/shop.", null);
        }
        return name;
    }

    public DatabaseServer server() {
        return topology().server();
    }

    /** Whether the server belongs to a replica set or a sharded cluster, which alone have transactions. */
    public boolean hasTransactions() {
        return topology().transactions();
    }

    /** Runs each command by itself. */
    public Session session() {
        return session;
    }

    /** The driver's own view: for commands of your own. */
    public com.mongodb.client.MongoDatabase driver() {
        return client.getDatabase(database.getName());
    }

    /** Tells of every command from now on, by its name and collection. Costs nothing while nobody listens. */
    public StatementListener.Subscription listen(StatementListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    void tell(StatementEvent event) {
        listeners.forEach(listener -> listener.ran(event));
    }

    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /**
     * Commits when the work returns, rolls back when it throws; runs it again on a conflict if the options say so.
     *
     * @throws dev.flashorm.runtime.TransactionsUnavailable if the server belongs to no replica set
     */
    public <T extends @Nullable Object> T transaction(TransactionOptions options, TransactionWork<T> work) {
        return new MongodbTransaction(this, client, options).run(work);
    }

    /** Closes the client that {@link #connect} opened. Twice is once. */
    @Override
    public void close() {
        closed = true;
        if (owned) {
            client.close();
        }
    }

    MongodbErrors errors() {
        return errors;
    }

    <T> MongoCollection<T> collection(String name, Class<T> type, Codec<T> codec) {
        if (closed) {
            throw new ConnectionFailure("This database was closed.", null);
        }
        return database.getCollection(name, type)
                .withCodecRegistry(CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(codec), VALUES));
    }

    private Topology topology() {
        Topology known = topology;
        if (known == null) {
            known = ask();
            topology = known;
        }
        return known;
    }

    private Topology ask() {
        try {
            BsonDocument build =
                    database.runCommand(new BsonDocument("buildInfo", new BsonInt32(1)), BsonDocument.class);
            // The old name of `hello`, which every server knows.
            BsonDocument hello =
                    database.runCommand(new BsonDocument("isMaster", new BsonInt32(1)), BsonDocument.class);
            String version = build.getString("version", new BsonString("0.0")).getValue();
            List<String> numbers = List.of(version.split("\\.", -1));
            boolean transactions = hello.containsKey("setName") || new BsonString("isdbgrid").equals(hello.get("msg"));
            return new Topology(
                    new DatabaseServer(
                            DatabaseKind.MONGODB,
                            version,
                            Integer.parseInt(numbers.get(0)),
                            Integer.parseInt(numbers.get(1)),
                            false,
                            false,
                            false,
                            Integer.MAX_VALUE),
                    transactions);
        } catch (MongoException failed) {
            throw errors.translate(failed);
        }
    }
}
