package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.ArrayColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.Rows;
import dev.flashorm.runtime.query.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;

/**
 * Loads the documents that belong to others in one command: those whose keys are in the list of all keys. Where each
 * record has a page of its own the server makes it, by a {@code $lookup} for each key; for many-to-many relations, whose
 * keys are lists, the page is cut here.
 */
final class RelatedDocuments<M, T> {
    private static final String ROWS = "flash_rows";

    private final Scope scope;
    private final MongodbSession session;
    private final Link<M, T> link;
    private final Rows<T> wanted;
    private final List<? extends Column<T, ?>> remote;
    private final DocumentTable<T> target;

    RelatedDocuments(Scope scope, Link<M, T> link, Rows<T> wanted) {
        this.scope = scope;
        this.session = (MongodbSession) scope.session();
        this.link = link;
        this.wanted = wanted;
        this.remote = link.remote().get();
        this.target = DocumentTable.of(link.target());
    }

    List<List<T>> load(List<M> records) {
        if (link.local().get(0) instanceof ArrayColumn<?, ?>) {
            return byLists(records);
        }
        Set<List<Object>> keys = new LinkedHashSet<>();
        for (M record : records) {
            List<Object> key = key(record, link.local());
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        Map<List<Object>, List<T>> byKey = new HashMap<>();
        if (!keys.isEmpty() && wanted.take() != 0) {
            if (wanted.skip() > 0 || wanted.take() >= 0) {
                pages(keys, byKey);
            } else {
                for (T found : all(keys)) {
                    byKey.computeIfAbsent(key(found, remote), unused -> new ArrayList<>())
                            .add(found);
                }
            }
        }
        return records.stream()
                .map(record -> byKey.getOrDefault(key(record, link.local()), List.of()))
                .toList();
    }

    /** Many-to-many: each record has a list of keys, and the related documents come in the order that is wanted. */
    private List<List<T>> byLists(List<M> records) {
        Set<List<Object>> keys = new LinkedHashSet<>();
        records.forEach(record -> keysOfList(record).forEach(keys::add));
        Map<List<Object>, Integer> places = new HashMap<>();
        List<T> found = keys.isEmpty() || wanted.take() == 0 ? List.of() : all(keys);
        for (T document : found) {
            places.put(key(document, remote), places.size());
        }
        long skip = Math.max(0, wanted.skip());
        long take = wanted.take() < 0 ? Long.MAX_VALUE : wanted.take();
        return records.stream()
                .map(record -> keysOfList(record)
                        .distinct()
                        .filter(places::containsKey)
                        .map(places::get)
                        .sorted()
                        .skip(skip)
                        .limit(take)
                        .map(found::get)
                        .toList())
                .toList();
    }

    private Stream<List<Object>> keysOfList(M record) {
        return link.local().get(0).get(record) instanceof Collection<?> values
                ? values.stream().map(value -> List.of(comparable(value)))
                : Stream.empty();
    }

    /** The values of columns; none at all if one is missing. */
    private static <R> List<Object> key(R record, List<? extends Column<R, ?>> columns) {
        List<Object> key = new ArrayList<>(columns.size());
        for (Column<R, ?> column : columns) {
            Object value = column.get(record);
            if (value == null) {
                return List.of();
            }
            key.add(comparable(value));
        }
        return key;
    }

    private static Object comparable(Object value) {
        return value instanceof byte[] bytes ? new BsonBinary(bytes) : value;
    }

    /** The condition, and one of the keys. */
    private BsonDocument filter(List<? extends Column<?, ?>> columns, Set<List<Object>> keys) {
        Set<List<BsonValue>> values = new LinkedHashSet<>();
        for (List<Object> key : keys) {
            List<BsonValue> operands = new ArrayList<>(key.size());
            for (int i = 0; i < key.size(); i++) {
                operands.add(operand(columns.get(i), key.get(i)));
            }
            values.add(operands);
        }
        return RelatedKeys.filter(columns, "", values);
    }

    @SuppressWarnings("unchecked")
    private static <V> BsonValue operand(Column<?, V> column, Object value) {
        return Filters.bson(column, (V) (value instanceof BsonBinary bytes ? bytes.getData() : value));
    }

    private List<T> all(Set<List<Object>> keys) {
        BsonDocument filter = filter(remote, keys);
        Condition<T> condition = wanted.condition();
        BsonDocument both = new BsonDocument("$and", new BsonArray(List.of(filter, Filters.of(scope, condition))));
        return session.run("aggregate " + target.sql(), () -> {
            List<BsonDocument> stages = new ArrayList<>();
            stages.add(new BsonDocument("$match", both));
            stages.addAll(Sorting.stages(scope, wanted.orders()));
            return session.aggregate(target.records(session), stages).into(new ArrayList<>());
        });
    }

    private void pages(Set<List<Object>> keys, Map<List<Object>, List<T>> byKey) {
        DocumentTable<M> table = DocumentTable.of(link.local().get(0).table());
        BsonDocument variables = new BsonDocument();
        List<BsonDocument> page = new ArrayList<>();
        page.add(new BsonDocument("$match", new BsonDocument("$expr", Computations.join(link, variables))));
        page.add(new BsonDocument("$match", Filters.of(scope, wanted.condition())));
        page.addAll(Sorting.stages(scope, wanted.orders()));
        MongodbEngine.page(page, wanted.skip(), wanted.take());
        BsonDocument lookup = new BsonDocument("from", new BsonString(target.sql()))
                .append("let", variables)
                .append("pipeline", new BsonArray(page))
                .append("as", new BsonString(ROWS));
        List<BsonDocument> stages =
                List.of(new BsonDocument("$match", filter(link.local(), keys)), new BsonDocument("$lookup", lookup));
        session.run("aggregate " + table.sql(), () -> {
            for (RawBsonDocument owner : session.aggregate(table.raw(session), stages)) {
                List<T> rows = new ArrayList<>();
                for (BsonValue row : owner.getArray(ROWS)) {
                    rows.add(((RawBsonDocument) row).decode(target.codec()));
                }
                byKey.put(key(owner.decode(table.codec()), link.local()), rows);
            }
            return byKey;
        });
    }
}
