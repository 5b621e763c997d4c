package dev.flashorm.runtime.query.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.Changes;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.PairLink;
import dev.flashorm.runtime.query.References;
import dev.flashorm.runtime.query.ReferringWrites;
import dev.flashorm.runtime.query.RowMapper;
import dev.flashorm.runtime.query.Rows;
import dev.flashorm.runtime.query.Scope;
import dev.flashorm.runtime.query.Select;
import dev.flashorm.runtime.query.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;

/** Carries out queries as commands of MongoDB. */
public enum MongodbEngine implements ReferringWrites {
    INSTANCE;

    @Override
    public <M> List<M> list(Scope scope, Rows<M> rows, long most) {
        requireNoLock(rows);
        if (rows.take() == 0) {
            return List.of();
        }
        MongodbSession session = (MongodbSession) scope.session();
        BsonDocument filter = Filters.of(scope, rows.condition());
        return session.run(
                "find " + rows.table().sql(),
                () -> found(scope, rows, filter, most).into(new ArrayList<>()));
    }

    private static void requireNoLock(Rows<?> rows) {
        if (rows.lock() != null) {
            throw new UnsupportedOperationException(
                    "MongoDB locks no documents that are only read: forUpdate and forShare"
                            + " are not there. In a transaction, a conflict of two writes shows as SerializationConflict.");
        }
    }

    @Override
    public <M> Stream<M> stream(Scope scope, Rows<M> rows, int fetchSize) {
        requireNoLock(rows);
        if (rows.take() == 0) {
            return Stream.empty();
        }
        MongodbSession session = (MongodbSession) scope.session();
        BsonDocument filter = Filters.of(scope, rows.condition());
        return session.stream(
                "find " + rows.table().sql(),
                () -> found(scope, rows, filter, Long.MAX_VALUE).batchSize(fetchSize));
    }

    @Override
    public <M, R extends @Nullable Object> List<R> select(
            Scope scope, Select<M> select, RowMapper<R> mapper, long most) {
        requireNoLock(select.rows());
        Select.Groups<M> groups = select.groups();
        SelectStages<M> stages = SelectStages.of(scope, select, most);
        List<R> values = new ArrayList<>();
        if (select.rows().take() != 0 && (groups == null || groups.take() != 0)) {
            MongodbSession session = (MongodbSession) scope.session();
            session.run("aggregate " + select.rows().table().sql(), () -> {
                selected(session, select, stages).forEach(found -> values.add(SelectedValues.map(mapper, found)));
                return values;
            });
        }
        if (values.isEmpty() && groups != null && groups.isWhole()) {
            // In SQL all rows are one group, be there some or none.
            values.add(SelectedValues.map(mapper, stages.none()));
        }
        return values;
    }

    @Override
    public <M, R extends @Nullable Object> Stream<R> stream(
            Scope scope, Select<M> select, RowMapper<R> mapper, int fetchSize) {
        if (select.groups() != null || select.rows().take() == 0) {
            return select(scope, select, mapper, Long.MAX_VALUE).stream();
        }
        requireNoLock(select.rows());
        SelectStages<M> stages = SelectStages.of(scope, select, Long.MAX_VALUE);
        MongodbSession session = (MongodbSession) scope.session();
        return session.stream(
                        "aggregate " + select.rows().table().sql(),
                        () -> selected(session, select, stages).batchSize(fetchSize))
                .map(found -> SelectedValues.map(mapper, found));
    }

    private static <M> MongoIterable<@Nullable Object[]> selected(
            MongodbSession session, Select<M> select, SelectStages<M> stages) {
        DocumentCodec<@Nullable Object[]> codec = new DocumentCodec<>(Object[].class, stages::read);
        return session.aggregate(session.collection(select.rows().table().sql(), codec.type(), codec), stages.stages());
    }

    private static <M> MongoIterable<M> found(Scope scope, Rows<M> rows, BsonDocument filter, long most) {
        MongodbSession session = (MongodbSession) scope.session();
        long take = rows.take() < 0 ? most : Math.min(rows.take(), most);
        MongoCollection<M> collection = DocumentTable.of(rows.table()).records(session);
        if (Sorting.needsStages(rows.orders())) {
            List<BsonDocument> stages = new ArrayList<>();
            stages.add(new BsonDocument("$match", filter));
            stages.addAll(Sorting.stages(scope, rows.orders()));
            page(stages, rows.skip(), take);
            return session.aggregate(collection, stages);
        }
        FindIterable<M> found = session.find(collection, filter);
        if (!rows.orders().isEmpty()) {
            found.sort(Sorting.of(rows.orders()));
        }
        return paged(found, rows.skip(), take);
    }

    /** The driver's numbers have 32 bits; nobody leaves out or takes more documents than that. */
    private static <M> FindIterable<M> paged(FindIterable<M> found, long skip, long take) {
        if (skip > 0) {
            found.skip(Math.toIntExact(skip));
        }
        return take < Integer.MAX_VALUE ? found.limit((int) take) : found;
    }

    static void page(List<BsonDocument> stages, long skip, long take) {
        if (skip > 0) {
            stages.add(new BsonDocument("$skip", new BsonInt64(skip)));
        }
        if (take >= 0 && take < Long.MAX_VALUE) {
            stages.add(new BsonDocument("$limit", new BsonInt64(take)));
        }
    }

    @Override
    public <M> long count(Scope scope, Rows<M> rows) {
        if (rows.take() == 0) {
            return 0;
        }
        MongodbSession session = (MongodbSession) scope.session();
        List<BsonDocument> stages = new ArrayList<>();
        stages.add(new BsonDocument("$match", Filters.of(scope, rows.condition())));
        page(stages, rows.skip(), rows.take());
        stages.add(new BsonDocument(
                "$group",
                new BsonDocument("_id", new BsonInt32(1)).append("n", Filters.operator("$sum", new BsonInt32(1)))));
        MongoCollection<BsonDocument> collection =
                DocumentTable.of(rows.table()).documents(session);
        return session.run("aggregate " + rows.table().sql(), () -> {
            BsonDocument counted = session.aggregate(collection, stages).first();
            return counted == null ? 0L : counted.getNumber("n").longValue();
        });
    }

    @Override
    public <M> boolean exists(Scope scope, Rows<M> rows) {
        MongodbSession session = (MongodbSession) scope.session();
        BsonDocument filter = Filters.of(scope, rows.condition());
        MongoCollection<BsonDocument> collection =
                DocumentTable.of(rows.table()).documents(session);
        return session.run(
                "find " + rows.table().sql(),
                () -> paged(session.find(collection, filter), rows.skip(), 1)
                                .projection(new BsonDocument("_id", new BsonInt32(1)))
                                .first()
                        != null);
    }

    @Override
    public <M> long update(Scope scope, Table<M> table, Condition<M> condition, Changes changes) {
        return References.update(scope, table, condition, changes, this);
    }

    @Override
    public <M> long updateAlone(Scope scope, Table<M> table, Condition<M> condition, Changes changes) {
        MongodbSession session = (MongodbSession) scope.session();
        BsonDocument filter = Filters.of(scope, condition);
        MongoCollection<BsonDocument> collection = DocumentTable.of(table).documents(session);
        return session.run(
                "update " + table.sql(),
                () -> Updates.all(session, collection, filter, changes).getMatchedCount());
    }

    @Override
    public <M> long delete(Scope scope, Table<M> table, Condition<M> condition) {
        return References.delete(scope, table, condition, this);
    }

    @Override
    public <M> long deleteAlone(Scope scope, Table<M> table, Condition<M> condition) {
        MongodbSession session = (MongodbSession) scope.session();
        BsonDocument filter = Filters.of(scope, condition);
        MongoCollection<BsonDocument> collection = DocumentTable.of(table).documents(session);
        return session.run(
                "delete " + table.sql(),
                () -> session.delete(collection, filter).getDeletedCount());
    }

    @Override
    public <M, T> List<List<T>> related(Scope scope, Link<M, T> link, Rows<T> wanted, List<M> records) {
        return new RelatedDocuments<>(scope, link, wanted).load(records);
    }

    @Override
    public <M, T> void pair(Scope scope, PairLink<M, T> link, List<PairLink.Pair> pairs) {
        new KeyLists<>(scope, link).add(pairs);
    }

    @Override
    public <M, T> void unpair(Scope scope, PairLink<M, T> link, M record, Object key, Condition<T> which) {
        new KeyLists<>(scope, link).remove(record, key, which);
    }
}
