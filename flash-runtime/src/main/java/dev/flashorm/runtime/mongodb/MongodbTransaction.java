package dev.flashorm.runtime.mongodb;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.SerializationConflict;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.TransactionUnusable;
import dev.flashorm.runtime.TransactionWork;
import dev.flashorm.runtime.TransactionsUnavailable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs work in a transaction, which is a snapshot; again if there was a conflict and the options allow it. */
final class MongodbTransaction {
    private static final long LONGEST_PAUSE_MILLIS = 64;
    private static final int COMMITS = 3;

    private final MongodbDatabase database;
    private final MongoClient client;
    private final TransactionOptions options;

    MongodbTransaction(MongodbDatabase database, MongoClient client, TransactionOptions options) {
        this.database = database;
        this.client = client;
        this.options = options;
    }

    <T extends @Nullable Object> T run(TransactionWork<T> work) {
        if (!database.hasTransactions()) {
            throw new TransactionsUnavailable(
                    "This MongoDB server belongs to no replica set, and has no transactions without one. Start it with"
                            + " --replSet and run rs.initiate() once (one member is enough), or do without the transaction.");
        }
        if (options.isolation() == Isolation.SERIALIZABLE) {
            throw new UnsupportedOperationException(
                    "MongoDB's transactions are snapshots, which is less than SERIALIZABLE.");
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return once(work);
            } catch (SerializationConflict conflict) {
                if (attempt >= options.retries()) {
                    throw conflict;
                }
                pause(conflict);
            }
        }
    }

    private <T extends @Nullable Object> T once(TransactionWork<T> work) {
        com.mongodb.TransactionOptions.Builder driver = com.mongodb.TransactionOptions.builder()
                .readConcern(ReadConcern.SNAPSHOT)
                .writeConcern(WriteConcern.MAJORITY);
        if (options.timeout() != null) {
            driver.timeout(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
        }
        try (ClientSession open = client.startSession(ClientSessionOptions.builder()
                .defaultTransactionOptions(driver.build())
                .build())) {
            open.startTransaction();
            MongodbSession session = new MongodbSession(database, open, options.readOnly());
            boolean done = false;
            try {
                T result = work.run(session);
                if (!session.isSound()) {
                    throw new TransactionUnusable(
                            "A command of this transaction has failed, so it was rolled back.", null);
                }
                commit(open);
                done = true;
                return result;
            } finally {
                if (!done && open.hasActiveTransaction()) {
                    abort(open);
                }
            }
        } catch (MongoException thrown) {
            throw database.errors().translate(thrown);
        }
    }

    /** A commit whose answer was lost is sent again: it is the same commit. */
    private static void commit(ClientSession open) {
        for (int attempt = 1; ; attempt++) {
            try {
                open.commitTransaction();
                return;
            } catch (MongoException thrown) {
                if (attempt == COMMITS
                        || !thrown.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                    throw thrown;
                }
            }
        }
    }

    private static void abort(ClientSession open) {
        try {
            open.abortTransaction();
        } catch (MongoException lost) {
            // The server ends a transaction that nobody goes on with; the first failure says more than this one.
            return;
        }
    }

    private static void pause(SerializationConflict conflict) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS) + 1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
