package dev.flashorm.codegen.conformance;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the driver that counts the commands which read and write documents. */
final class CountedCommands implements AutoCloseable {
    private static final Set<String> COUNTED =
            Set.of("find", "aggregate", "insert", "update", "delete", "findAndModify", "count", "distinct");

    private final AtomicInteger count = new AtomicInteger();
    private final MongoClient client;

    CountedCommands(String url) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (COUNTED.contains(event.getCommandName())) {
                            count.incrementAndGet();
                        }
                    }
                })
                .build());
    }

    MongoClient client() {
        return client;
    }

    void reset() {
        count.set(0);
    }

    int count() {
        return count.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
