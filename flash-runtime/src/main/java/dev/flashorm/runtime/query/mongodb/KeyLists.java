package dev.flashorm.runtime.query.mongodb;

import com.mongodb.client.MongoCollection;
import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.PairLink;
import dev.flashorm.runtime.query.PairLink.Pair;
import dev.flashorm.runtime.query.Rows;
import dev.flashorm.runtime.query.Scope;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Relations of many to many, of which each end has a list of the other's keys: writes keep both lists in step. */
final class KeyLists<M, T> {
    private final Scope scope;
    private final PairLink<M, T> pairs;
    private final Link<T, M> opposite;

    KeyLists(Scope scope, PairLink<M, T> pairs) {
        this.scope = scope;
        this.pairs = pairs;
        this.opposite = Objects.requireNonNull(pairs.opposite()).get();
    }

    /** A key that is in a list already stays there once. */
    void add(List<Pair> made) {
        Column<M, ?> local = pairs.local().get(0);
        Column<T, ?> remote = pairs.remote().get(0);
        Map<BsonValue, Set<BsonValue>> byLocal = new LinkedHashMap<>();
        Map<BsonValue, Set<BsonValue>> byRemote = new LinkedHashMap<>();
        for (Pair pair : made) {
            BsonValue own = bson(local, pair.local());
            BsonValue other = bson(remote, pair.remote());
            byLocal.computeIfAbsent(own, unused -> new LinkedHashSet<>()).add(other);
            byRemote.computeIfAbsent(other, unused -> new LinkedHashSet<>()).add(own);
        }
        byLocal.forEach((own, others) -> change(pairs.link(), local, Set.of(own), each(others)));
        byRemote.forEach((other, owns) -> change(opposite, remote, Set.of(other), each(owns)));
    }

    /** @param which of the other end; absent for all */
    void remove(M record, Object key, Condition<T> which) {
        Rows<T> wanted = Rows.all(pairs.link().target());
        List<T> related = scope.engine()
                .related(scope, pairs.link(), which.isAbsent() ? wanted : wanted.where(which), List.of(record))
                .get(0);
        if (related.isEmpty()) {
            return;
        }
        Column<T, ?> remote = pairs.remote().get(0);
        Set<BsonValue> others = new LinkedHashSet<>();
        related.forEach(row -> others.add(bson(remote, Objects.requireNonNull(remote.get(row)))));
        Column<M, ?> local = pairs.local().get(0);
        BsonValue own = bson(local, key);
        change(pairs.link(), local, Set.of(own), all(others));
        change(opposite, remote, others, all(Set.of(own)));
    }

    /** What happens to a list: the operator of MongoDB, and what it takes. */
    private record ListChange(String operator, BsonValue operand) {}

    private static ListChange each(Set<BsonValue> keys) {
        return new ListChange("$addToSet", Operators.of("$each", new BsonArray(List.copyOf(keys))));
    }

    private static ListChange all(Set<BsonValue> keys) {
        return new ListChange("$pullAll", new BsonArray(List.copyOf(keys)));
    }

    /** @param link whose own column is the list */
    private <O> void change(Link<O, ?> link, Column<O, ?> key, Set<BsonValue> owners, ListChange change) {
        MongodbSession session = (MongodbSession) scope.session();
        Column<O, ?> list = link.local().get(0);
        MongoCollection<BsonDocument> collection =
                DocumentTable.of(list.table()).documents(session);
        BsonDocument filter = new BsonDocument(key.sql(), Operators.of("$in", new BsonArray(List.copyOf(owners))));
        BsonDocument update = Operators.of(change.operator(), new BsonDocument(list.sql(), change.operand()));
        session.run(
                "update " + list.table().sql(),
                () -> session.update(collection, filter, update).getMatchedCount());
    }

    @SuppressWarnings("unchecked")
    private static <V> BsonValue bson(Column<?, V> column, Object value) {
        return Filters.bson(column, (V) value);
    }
}
