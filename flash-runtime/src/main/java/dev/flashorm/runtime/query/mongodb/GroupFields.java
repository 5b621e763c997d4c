package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.BigIntColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Expression;
import dev.flashorm.runtime.query.ExpressionVisitor;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.IntColumn;
import dev.flashorm.runtime.query.JsonPath;
import dev.flashorm.runtime.query.Link;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * What groups of documents have: the keys by which they are made, and aggregates, each of which adds what the
 * {@code $group} has to keep for it.
 */
final class GroupFields implements ExpressionVisitor<Computed> {
    private final List<? extends Expression<?, ?>> keys;
    private final BsonDocument accumulators = new BsonDocument();

    GroupFields(List<? extends Expression<?, ?>> keys) {
        this.keys = keys;
    }

    /** To be asked when all expressions have been visited. */
    BsonDocument stage(Computations documents) {
        BsonDocument key = new BsonDocument();
        for (int i = 0; i < keys.size(); i++) {
            key.put("k" + i, Operators.orNull(keys.get(i).accept(documents).expression()));
        }
        BsonDocument group = new BsonDocument("_id", keys.isEmpty() ? BsonNull.VALUE : key);
        group.putAll(accumulators);
        return Operators.of("$group", group);
    }

    @Override
    public Computed column(Column<?, ?> column) {
        return Computations.of(column, "_id.k" + keys.indexOf(column));
    }

    @Override
    public Computed aggregate(@Nullable Column<?, ?> column, Fragment function) {
        if (column == null) {
            return new Computed(accumulated("$sum", Operators.ONE), MongodbTypes.BIG_INT, 0L);
        }
        BsonValue value = Operators.field(column.sql());
        DocumentType<?> type = (DocumentType<?>) column.storage();
        return switch (function) {
            case COUNT -> new Computed(present(value), MongodbTypes.BIG_INT, 0L);
            case COUNT_DISTINCT ->
                new Computed(
                        Operators.of(
                                "$size",
                                Operators.of(
                                        "$setDifference",
                                        accumulated("$addToSet", value),
                                        new BsonArray(List.of(BsonNull.VALUE)))),
                        MongodbTypes.BIG_INT,
                        0L);
            case SUM -> sum(column, value);
            case AVG -> new Computed(accumulated("$avg", value), MongodbTypes.FLOAT);
            case MIN -> new Computed(accumulated("$min", value), type);
            case MAX -> new Computed(accumulated("$max", value), type);
            default -> throw new UnsupportedOperationException("MongoDB has no " + function + ".");
        };
    }

    /** Of nothing it is 0 here, and no value in SQL. */
    private Computed sum(Column<?, ?> column, BsonValue value) {
        boolean isBig = column instanceof BigIntColumn<?>;
        // Of whole numbers beyond 64 bits the server would make a double.
        BsonValue exact = isBig ? Operators.of("$add", value, new BsonDecimal128(Decimal128.POSITIVE_ZERO)) : value;
        BsonValue total = accumulated("$sum", exact);
        return new Computed(
                Operators.of("$cond", Operators.of("$gt", present(value), Operators.ZERO), total, BsonNull.VALUE),
                isBig
                        ? MongodbTypes.WHOLE_NUMBER
                        : column instanceof IntColumn<?> ? MongodbTypes.BIG_INT : MongodbTypes.FLOAT);
    }

    /** How many documents have a value. */
    private BsonValue present(BsonValue value) {
        return accumulated("$sum", Operators.of("$cond", Operators.isNull(value), Operators.ZERO, Operators.ONE));
    }

    private BsonString accumulated(String operator, BsonValue of) {
        String name = "a" + accumulators.size();
        accumulators.put(name, Operators.of(operator, of));
        return Operators.field(name);
    }

    @Override
    public <M, T> Computed related(Link<M, T> link, Expression<T, ?> value) {
        throw ofNoGroup();
    }

    @Override
    public <M, T> Computed count(Link<M, T> link, Condition<T> condition) {
        throw ofNoGroup();
    }

    @Override
    public Computed json(JsonPath<?> path, Fragment kind) {
        throw ofNoGroup();
    }

    private static IllegalStateException ofNoGroup() {
        return new IllegalStateException("A group has many values of it: take an aggregate.");
    }
}
