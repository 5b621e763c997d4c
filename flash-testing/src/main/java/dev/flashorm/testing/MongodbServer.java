package dev.flashorm.testing;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks MongoDB's protocol. The embedded one runs in this process, has no transactions and holds no
 * document against a validator; what it makes of a command counts only where the real one agrees.
 *
 * @param address without a database
 * @param options what follows the database's name, such as {@code ?directConnection=true}
 */
record MongodbServer(String origin, String address, String options, AtomicInteger created) implements TestServer {
    static TestServer at(String url) {
        ConnectionString parsed = new ConnectionString(url);
        int query = url.indexOf('?');
        String options = query < 0 ? "" : url.substring(query);
        String start = query < 0 ? url : url.substring(0, query);
        int slash = start.indexOf('/', "mongodb://".length());
        if (parsed.getDatabase() == null && slash < 0) {
            slash = start.length();
        }
        return new MongodbServer("environment", start.substring(0, slash), options, new AtomicInteger());
    }

    static TestServer embedded() {
        MongoServer server = new MongoServer(new ValidatorBackend());
        InetSocketAddress listening = server.bind();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        return new MongodbServer("embedded", "mongodb://127.0.0.1:" + listening.getPort(), "", new AtomicInteger());
    }

    @Override
    public DatabaseName name() {
        return DatabaseName.MONGODB;
    }

    @Override
    public TestDatabase create() {
        String database = "flash_" + ProcessHandle.current().pid() + "_"
                + Long.toString(System.currentTimeMillis() & 0xFFFFFF, Character.MAX_RADIX) + "_"
                + created.incrementAndGet();
        String url = address + "/" + database + options;
        return new TestDatabase(DatabaseName.MONGODB, url, "", () -> drop(url, database));
    }

    private static void drop(String url, String database) {
        try (MongoClient client = MongoClients.create(url)) {
            client.getDatabase(database).drop();
        }
    }

    @Override
    public String toString() {
        return name().id();
    }
}
