package dev.flashorm.runtime.query.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.Changes;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Inserter;
import dev.flashorm.runtime.query.Nested;
import dev.flashorm.runtime.query.References;
import dev.flashorm.runtime.query.Scope;
import dev.flashorm.runtime.query.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How documents of a model are inserted. Everything in them is made by the client, so that the record needs no second
 * command: it is read from the bytes that were sent.
 */
public final class DocumentInsert<M, D> implements Inserter<M, D> {
    private static final String ID = "_id";

    private final DocumentTable<M> table;
    private final DraftWriter<D> writer;
    private final UnaryOperator<D> completion;
    private final Function<D, Nested<M, D>> nested;

    /** Writes the members of a draft. Generated for each model. */
    @FunctionalInterface
    public interface DraftWriter<D> {
        void write(D draft, BsonWriter writer);
    }

    public DocumentInsert(DocumentTable<M> table, DraftWriter<D> writer) {
        this(table, writer, UnaryOperator.identity(), draft -> Nested.none());
    }

    private DocumentInsert(
            DocumentTable<M> table,
            DraftWriter<D> writer,
            UnaryOperator<D> completion,
            Function<D, Nested<M, D>> nested) {
        this.table = table;
        this.writer = writer;
        this.completion = completion;
        this.nested = nested;
    }

    /** @param completion makes the values that the client makes */
    public DocumentInsert<M, D> completed(UnaryOperator<D> completion) {
        return new DocumentInsert<>(table, writer, completion, nested);
    }

    /** @param nested what is written with a draft */
    public DocumentInsert<M, D> nested(Function<D, Nested<M, D>> nested) {
        return new DocumentInsert<>(table, writer, completion, nested);
    }

    @Override
    public D completed(D draft) {
        return completion.apply(draft);
    }

    @Override
    public M one(Scope scope, D draft) {
        return Nested.isAny(List.of(draft), nested)
                ? Nested.insert(scope, List.of(draft), nested, this::plain).get(0)
                : single(scope, draft);
    }

    private M single(Scope scope, D draft) {
        MongodbSession session = (MongodbSession) scope.session();
        RawBsonDocument document = document(draft);
        session.run("insert " + table.sql(), () -> {
            session.insert(table.raw(session), List.of(document));
            return document;
        });
        return document.decode(table.codec());
    }

    @Override
    public List<M> many(Scope scope, List<D> drafts) {
        return Nested.isAny(drafts, nested) ? Nested.insert(scope, drafts, nested, this::plain) : plain(scope, drafts);
    }

    private List<M> plain(Scope scope, List<D> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        MongodbSession session = (MongodbSession) scope.session();
        List<RawBsonDocument> documents = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> documents.add(document(draft)));
        if (session.isInTransaction() || drafts.size() == 1) {
            insert(session, documents);
        } else if (session.hasTransactions()) {
            session.transaction(transaction -> {
                insert((MongodbSession) transaction, documents);
                return documents;
            });
        } else {
            insertOrTakeBack(session, documents);
        }
        List<M> records = new ArrayList<>(documents.size());
        documents.forEach(document -> records.add(document.decode(table.codec())));
        return records;
    }

    /**
     * A change of the document with the key, if there is one; else an insert, which fails if somebody else was faster,
     * and then it is a change after all. In a transaction if the server has them.
     */
    @Override
    public List<M> upsert(Scope scope, List<D> drafts, UniqueKey<M> key, Changes changes) {
        Nested.requireNone(drafts, nested);
        MongodbSession session = (MongodbSession) scope.session();
        if (drafts.size() > 1 && !session.isInTransaction() && session.hasTransactions()) {
            return session.transaction(transaction -> upsert(scope.in(transaction), drafts, key, changes));
        }
        List<M> records = new ArrayList<>(drafts.size());
        for (D draft : drafts) {
            records.add(upsert(scope, draft, key, changes));
        }
        return records;
    }

    private M upsert(Scope scope, D draft, UniqueKey<M> key, Changes changes) {
        MongodbSession session = (MongodbSession) scope.session();
        D completed = completed(draft);
        BsonDocument filter = filter(document(completed), key);
        if (filter == null) {
            return one(scope, completed);
        }
        if (References.isReferredTo(table, changes)) {
            Condition<M> same = Objects.requireNonNull(sameKey(completed, key));
            return MongodbEngine.INSTANCE.update(scope, table, same, changes) == 0
                    ? one(scope, completed)
                    : Objects.requireNonNull(found(session, filter));
        }
        M changed = changed(session, filter, changes);
        if (changed != null) {
            return changed;
        }
        try {
            return one(scope, completed);
        } catch (UniqueViolation faster) {
            M there = session.isInTransaction() ? null : changed(session, filter, changes);
            if (there == null) {
                throw faster;
            }
            return there;
        }
    }

    @Override
    public @Nullable Condition<M> sameKey(D draft, UniqueKey<M> key) {
        Nested.requireNone(List.of(draft), nested);
        M record = document(draft).decode(table.codec());
        return key.columns().stream().allMatch(column -> column.get(record) != null) ? key.of(record) : null;
    }

    /** The document with the key's values; null if one has no value, for then it is the key of none. */
    private static <M> @Nullable BsonDocument filter(RawBsonDocument document, UniqueKey<M> key) {
        BsonDocument filter = new BsonDocument();
        for (Column<M, ?> column : key.columns()) {
            BsonValue value = document.get(column.sql());
            if (value == null) {
                return null;
            }
            filter.put(column.sql(), value);
        }
        return filter;
    }

    private @Nullable M changed(MongodbSession session, BsonDocument filter, Changes changes) {
        return changes.all().isEmpty()
                ? found(session, filter)
                : session.run(
                        "findAndModify " + table.sql(),
                        () -> Updates.one(session, table.records(session), filter, changes));
    }

    private @Nullable M found(MongodbSession session, BsonDocument filter) {
        return session.run(
                "find " + table.sql(),
                () -> session.find(table.records(session), filter).first());
    }

    @Override
    public long writeMissing(Scope scope, List<D> drafts) {
        Nested.requireNone(drafts, nested);
        MongodbSession session = (MongodbSession) scope.session();
        List<RawBsonDocument> documents = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> documents.add(document(draft)));
        return session.run("insert " + table.sql(), () -> session.insertMissing(table.raw(session), documents));
    }

    private void insert(MongodbSession session, List<RawBsonDocument> documents) {
        session.run("insert " + table.sql(), () -> {
            session.insert(table.raw(session), documents);
            return documents;
        });
    }

    /** All or none without a transaction: those that a failure leaves behind are taken back one command later. */
    private void insertOrTakeBack(MongodbSession session, List<RawBsonDocument> documents) {
        MongoCollection<RawBsonDocument> collection = table.raw(session);
        session.run("insert " + table.sql(), () -> {
            try {
                session.insert(collection, documents);
                return documents;
            } catch (com.mongodb.MongoBulkWriteException failed) {
                takeBack(
                        session,
                        collection,
                        documents.subList(0, failed.getWriteErrors().get(0).getIndex()),
                        failed);
                throw failed;
            }
        });
    }

    private static void takeBack(
            MongodbSession session,
            MongoCollection<RawBsonDocument> collection,
            List<RawBsonDocument> inserted,
            MongoException failed) {
        BsonArray ids = new BsonArray();
        inserted.forEach(document -> ids.add(document.get(ID)));
        try {
            session.delete(collection, new BsonDocument(ID, new BsonDocument("$in", ids)));
        } catch (MongoException lost) {
            failed.addSuppressed(lost);
        }
    }

    private RawBsonDocument document(D draft) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(256);
        try (BsonBinaryWriter bytes = new BsonBinaryWriter(buffer)) {
            bytes.writeStartDocument();
            writer.write(draft, bytes);
            bytes.writeEndDocument();
        }
        return new RawBsonDocument(buffer.getInternalBuffer(), 0, buffer.getPosition());
    }
}
