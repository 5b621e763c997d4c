package dev.flashorm.runtime.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.flashorm.runtime.BatchBinder;
import dev.flashorm.runtime.Binder;
import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.ResultReader;
import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.SqlWork;
import dev.flashorm.runtime.StatementEvent;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.TransactionUnusable;
import dev.flashorm.runtime.TransactionWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;

/** Runs commands, each by itself or all in one transaction. There is no SQL here. */
public final class MongodbSession implements Session {
    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongodbDatabase database;
    private final @Nullable ClientSession transaction;
    private final boolean readOnly;
    private boolean failed;

    MongodbSession(MongodbDatabase database, @Nullable ClientSession transaction, boolean readOnly) {
        this.database = database;
        this.transaction = transaction;
        this.readOnly = readOnly;
    }

    @Override
    public DatabaseServer server() {
        return database.server();
    }

    @Override
    public boolean hasTransactions() {
        return database.hasTransactions();
    }

    @Override
    public boolean isInTransaction() {
        return transaction != null;
    }

    /** A collection whose documents a codec reads and writes. */
    public <T> MongoCollection<T> collection(String name, Class<T> type, Codec<T> codec) {
        return database.collection(name, type, codec);
    }

    public <T> FindIterable<T> find(MongoCollection<T> collection, BsonDocument filter) {
        return transaction == null ? collection.find(filter) : collection.find(transaction, filter);
    }

    public <T> AggregateIterable<T> aggregate(MongoCollection<T> collection, List<BsonDocument> stages) {
        return transaction == null ? collection.aggregate(stages) : collection.aggregate(transaction, stages);
    }

    public <T> void insert(MongoCollection<T> collection, List<T> documents) {
        requireWritable();
        if (transaction == null) {
            collection.insertMany(documents);
        } else {
            collection.insertMany(transaction, documents);
        }
    }

    public UpdateResult update(MongoCollection<?> collection, BsonDocument filter, BsonDocument change) {
        requireWritable();
        return transaction == null
                ? collection.updateMany(filter, change)
                : collection.updateMany(transaction, filter, change);
    }

    /** The same by the stages of an aggregation. */
    public UpdateResult update(MongoCollection<?> collection, BsonDocument filter, List<BsonDocument> stages) {
        requireWritable();
        return transaction == null
                ? collection.updateMany(filter, stages)
                : collection.updateMany(transaction, filter, stages);
    }

    /**
     * Inserts documents whose unique values are not there yet.
     *
     * @return how many there were
     * @throws com.mongodb.MongoBulkWriteException if one was refused for another reason
     */
    public <T> long insertMissing(MongoCollection<T> collection, List<T> documents) {
        requireWritable();
        if (transaction != null) {
            throw new UnsupportedOperationException(
                    "In a transaction of MongoDB a duplicate ends it: insert outside of it.");
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return documents.size();
        } catch (MongoBulkWriteException refused) {
            boolean areDuplicates = refused.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!areDuplicates || refused.getWriteConcernError() != null) {
                throw refused;
            }
            return (long) documents.size() - refused.getWriteErrors().size();
        }
    }

    /** Changes one document at most, and gives it as it is then; null if there was none. */
    public <T> @Nullable T updateOne(MongoCollection<T> collection, BsonDocument filter, BsonDocument change) {
        requireWritable();
        return transaction == null
                ? collection.findOneAndUpdate(filter, change, CHANGED)
                : collection.findOneAndUpdate(transaction, filter, change, CHANGED);
    }

    /** The same by the stages of an aggregation. */
    public <T> @Nullable T updateOne(MongoCollection<T> collection, BsonDocument filter, List<BsonDocument> stages) {
        requireWritable();
        return transaction == null
                ? collection.findOneAndUpdate(filter, stages, CHANGED)
                : collection.findOneAndUpdate(transaction, filter, stages, CHANGED);
    }

    public DeleteResult delete(MongoCollection<?> collection, BsonDocument filter) {
        requireWritable();
        return transaction == null ? collection.deleteMany(filter) : collection.deleteMany(transaction, filter);
    }

    /**
     * Runs a command, tells the listeners of it, and speaks of its failure in Flash's words.
     *
     * @param what the command and its collection, without values: {@code find users}
     */
    public <R extends @Nullable Object> R run(String what, Supplier<R> command) {
        if (!database.isListenedTo()) {
            return translated(command);
        }
        long start = System.nanoTime();
        try {
            R result = translated(command);
            database.tell(new StatementEvent(what, since(start), rows(result), null));
            return result;
        } catch (RuntimeException failed) {
            database.tell(new StatementEvent(what, since(start), -1, failed));
            throw failed;
        }
    }

    /** Documents that are read when they are asked for; the first of them now, so that a failure shows here. */
    public <R> Stream<R> stream(String what, Supplier<MongoIterable<R>> command) {
        MongoCursor<R> cursor = run(what, () -> command.get().iterator());
        return DocumentStream.of(cursor, this);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long rows(@Nullable Object result) {
        if (result instanceof Collection<?> several) {
            return several.size();
        }
        return result instanceof Long number ? number : -1;
    }

    <R extends @Nullable Object> R translated(Supplier<R> command) {
        requireUsable();
        try {
            return command.get();
        } catch (MongoException thrown) {
            failed = transaction != null;
            throw database.errors().translate(thrown);
        }
    }

    private void requireWritable() {
        if (readOnly) {
            throw new IllegalStateException("This transaction is read-only.");
        }
    }

    /** Whether all that was run in this transaction has worked. */
    boolean isSound() {
        return !failed;
    }

    private void requireUsable() {
        if (failed) {
            throw new TransactionUnusable(
                    "A command of this transaction has failed: it can only end. Begin a new one.", null);
        }
        if (transaction != null && !transaction.hasActiveTransaction()) {
            throw new TransactionUnusable("This transaction has ended.", null);
        }
    }

    @Override
    public <T extends @Nullable Object> T transaction(TransactionWork<T> work) {
        if (transaction != null) {
            return inner(work);
        }
        return database.transaction(TransactionOptions.DEFAULT, work);
    }

    /** MongoDB has no savepoints: what fails inside cannot be undone by itself, so that all of it must end. */
    private <T extends @Nullable Object> T inner(TransactionWork<T> work) {
        requireUsable();
        boolean done = false;
        try {
            T result = work.run(this);
            done = true;
            return result;
        } finally {
            failed |= !done;
        }
    }

    @Override
    public <R extends @Nullable Object> R query(String sql, Binder binder, ResultReader<R> reader) {
        throw noSql();
    }

    @Override
    public long update(String sql, Binder binder) {
        throw noSql();
    }

    @Override
    public long[] batch(String sql, int count, BatchBinder binder) {
        throw noSql();
    }

    @Override
    public <T extends @Nullable Object> T withConnection(SqlWork<T> work) {
        throw noSql();
    }

    private static UnsupportedOperationException noSql() {
        return new UnsupportedOperationException("MongoDB has no SQL: use the driver's MongoDatabase.");
    }
}
