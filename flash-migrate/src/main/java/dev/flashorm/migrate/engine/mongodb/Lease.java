package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The lock: one document, whose holder writes again and again until when it holds. Who dies stops writing, and the lease
 * runs out. The clocks of runners may differ by less than {@link #LENGTH}.
 */
// The driver takes and gives times as java.util.Date.
@SuppressWarnings("JavaUtilDate")
final class Lease {
    static final String COLLECTION = "_flash_lock";
    static final Duration LENGTH = Duration.ofSeconds(30);
    private static final String ID = "migrations";

    private final MongoCollection<Document> collection;
    private final String owner;
    private final String token = UUID.randomUUID().toString();
    private @Nullable ScheduledExecutorService renewal;

    Lease(MongoDatabase database, String owner) {
        collection = database.getCollection(COLLECTION);
        this.owner = owner;
    }

    /** One atomic write: inserting the document, or taking over one that has run out. */
    boolean tryTake() {
        if (renewal != null) {
            return true;
        }
        Bson free = Filters.and(Filters.eq("_id", ID), Filters.lt("until", new Date()));
        boolean taken = collection.updateOne(free, held()).getModifiedCount() == 1 || insert();
        if (taken) {
            renewal = renew();
        }
        return taken;
    }

    private boolean insert() {
        try {
            collection.insertOne(new Document("_id", ID)
                    .append("token", token)
                    .append("owner", owner)
                    .append("until", until()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Bson held() {
        return Updates.combine(Updates.set("token", token), Updates.set("owner", owner), Updates.set("until", until()));
    }

    private static Date until() {
        return Date.from(Instant.now().plus(LENGTH));
    }

    private ScheduledExecutorService renew() {
        ScheduledExecutorService service = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "flash-lease");
            thread.setDaemon(true);
            return thread;
        });
        long pause = LENGTH.toSeconds() / 6;
        var unused = service.scheduleAtFixedRate(this::prolong, pause, pause, TimeUnit.SECONDS);
        return service;
    }

    private void prolong() {
        try {
            collection.updateOne(mine(), Updates.set("until", until()));
        } catch (MongoException e) {
            // The next attempt may get through; if none does, the lease runs out, as it should.
            return;
        }
    }

    /** Whether it is still ours: before a step, because a process that was stopped for long has lost it. */
    boolean isHeld() {
        return renewal != null
                && collection.updateOne(mine(), Updates.set("until", until())).getMatchedCount() == 1;
    }

    private Bson mine() {
        return Filters.and(Filters.eq("_id", ID), Filters.eq("token", token));
    }

    Optional<String> owner() {
        return Optional.ofNullable(collection.find(Filters.eq("_id", ID)).first())
                .map(lease -> lease.getString("owner") + ", until "
                        + lease.getDate("until").toInstant());
    }

    void free() {
        ScheduledExecutorService running = renewal;
        if (running != null) {
            running.shutdownNow();
            renewal = null;
            collection.deleteOne(mine());
        }
    }

    /** Without a word to the server: the connection is broken. */
    void abandon() {
        ScheduledExecutorService running = renewal;
        if (running != null) {
            running.shutdownNow();
            renewal = null;
        }
    }
}
