package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.ArrayColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.Quantifier;
import dev.flashorm.runtime.query.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * A condition on related documents as one on keys: one command finds the keys of the documents that satisfy it, and the
 * filter has their list. Other than a join by {@code $lookup} it serves updates and deletes too, and uses the indexes.
 */
final class RelatedKeys<M, T> {
    private final Scope scope;
    private final Link<M, T> link;
    private final String prefix;

    RelatedKeys(Scope scope, Link<M, T> link, String prefix) {
        this.scope = scope;
        this.link = link;
        this.prefix = prefix;
    }

    /** Who has a related document that satisfies the condition, or for {@link Quantifier#EVERY} one that does not. */
    BsonDocument some(Quantifier quantifier, Condition<T> condition) {
        if (quantifier != Quantifier.EVERY) {
            return among(keys(Filters.of(scope, condition)));
        }
        return among(keys(Filters.notTrue(scope, condition)));
    }

    /** Whose number of related documents of a condition compares so. */
    BsonDocument counted(Condition<T> condition, Fragment operator, long number) {
        if (link.local().get(0) instanceof ArrayColumn<?, ?> list) {
            BsonArray keys = new BsonArray();
            keys(Filters.of(scope, condition)).forEach(key -> keys.add(key.get(0)));
            BsonValue own = Operators.of("$ifNull", Operators.field(prefix + list.sql()), new BsonArray());
            BsonValue size = Operators.of("$size", Operators.of("$setIntersection", own, keys));
            return Operators.of("$expr", Operators.of(comparison(operator), size, new BsonInt64(number)));
        }
        // Who has none is in no group.
        boolean ofNone = holds(operator, number);
        BsonDocument among = among(grouped(condition, ofNone ? contrary(operator) : operator, number));
        return ofNone ? Filters.not(among) : among;
    }

    private Set<List<BsonValue>> grouped(Condition<T> condition, Fragment operator, long number) {
        List<? extends Column<T, ?>> columns = link.remote().get();
        BsonDocument key = new BsonDocument();
        BsonArray present = new BsonArray();
        for (int i = 0; i < columns.size(); i++) {
            key.put("k" + i, Operators.field(columns.get(i).sql()));
            present.add(new BsonDocument(columns.get(i).sql(), Operators.of("$ne", BsonNull.VALUE)));
        }
        present.add(Filters.of(scope, condition));
        List<BsonDocument> stages = List.of(
                Operators.of("$match", new BsonDocument("$and", present)),
                Operators.of("$group", new BsonDocument("_id", key).append("n", Operators.of("$sum", Operators.ONE))),
                Operators.of(
                        "$match", new BsonDocument("n", Operators.of(comparison(operator), new BsonInt64(number)))));
        MongodbSession session = (MongodbSession) scope.session();
        return session.run("aggregate " + link.target().sql(), () -> {
            Set<List<BsonValue>> keys = new LinkedHashSet<>();
            for (BsonDocument group :
                    session.aggregate(DocumentTable.of(link.target()).documents(session), stages)) {
                keys.add(List.copyOf(group.getDocument("_id").values()));
            }
            return keys;
        });
    }

    private static boolean holds(Fragment operator, long number) {
        return switch (operator) {
            case EQ -> number == 0;
            case NE -> number != 0;
            case LT -> 0 < number;
            case LTE -> 0 <= number;
            case GT -> 0 > number;
            default -> 0 >= number;
        };
    }

    private static Fragment contrary(Fragment operator) {
        return switch (operator) {
            case EQ -> Fragment.NE;
            case NE -> Fragment.EQ;
            case LT -> Fragment.GTE;
            case LTE -> Fragment.GT;
            case GT -> Fragment.LTE;
            default -> Fragment.LT;
        };
    }

    private static String comparison(Fragment operator) {
        return "$" + operator.name().toLowerCase(Locale.ROOT);
    }

    /** What the related documents have in the columns by which they are related. */
    private Set<List<BsonValue>> keys(BsonDocument filter) {
        List<? extends Column<T, ?>> columns = link.remote().get();
        BsonDocument fields = new BsonDocument("_id", new BsonInt32(0));
        columns.forEach(column -> fields.put(column.sql(), new BsonInt32(1)));
        MongodbSession session = (MongodbSession) scope.session();
        return session.run("find " + link.target().sql(), () -> {
            Set<List<BsonValue>> keys = new LinkedHashSet<>();
            for (BsonDocument document : session.find(
                            DocumentTable.of(link.target()).documents(session), filter)
                    .projection(fields)) {
                List<BsonValue> key = columns.stream()
                        .map(column -> document.get(column.sql(), BsonNull.VALUE))
                        .toList();
                if (!key.contains(BsonNull.VALUE)) {
                    keys.add(key);
                }
            }
            return keys;
        });
    }

    private BsonDocument among(Set<List<BsonValue>> keys) {
        return filter(link.local(), prefix, keys);
    }

    /** Whose columns are one of the keys. */
    static BsonDocument filter(List<? extends Column<?, ?>> columns, String prefix, Set<List<BsonValue>> keys) {
        BsonArray values = new BsonArray();
        if (columns.size() == 1) {
            keys.forEach(key -> values.add(key.get(0)));
            return new BsonDocument(prefix + columns.get(0).sql(), Filters.operator("$in", values));
        }
        for (List<BsonValue> key : keys) {
            BsonDocument all = new BsonDocument();
            for (int i = 0; i < columns.size(); i++) {
                all.put(prefix + columns.get(i).sql(), key.get(i));
            }
            values.add(all);
        }
        // An `$or` of nothing is refused.
        return values.isEmpty()
                ? new BsonDocument("_id", Filters.operator("$in", new BsonArray()))
                : new BsonDocument("$or", values);
    }
}
