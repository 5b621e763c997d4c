package dev.flashorm.runtime.query.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.result.UpdateResult;
import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.Changes;
import dev.flashorm.runtime.query.Column;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Changes as an update of MongoDB. A field without a value is removed. */
final class Updates {
    private Updates() {}

    static UpdateResult all(
            MongodbSession session, MongoCollection<?> collection, BsonDocument filter, Changes changes) {
        return ComputedUpdate.isNeeded(changes)
                ? session.update(collection, filter, ComputedUpdate.stages(changes))
                : session.update(collection, filter, of(changes));
    }

    /** Changes one document at most, and gives it as it is then; null if there was none. */
    static <T> @Nullable T one(
            MongodbSession session, MongoCollection<T> collection, BsonDocument filter, Changes changes) {
        return ComputedUpdate.isNeeded(changes)
                ? session.updateOne(collection, filter, ComputedUpdate.stages(changes))
                : session.updateOne(collection, filter, of(changes));
    }

    private static BsonDocument of(Changes changes) {
        BsonDocument update = new BsonDocument();
        for (Changes.Change<?> change : changes.all()) {
            add(update, change);
        }
        return update;
    }

    private static <T> void add(BsonDocument update, Changes.Change<T> change) {
        Column<?, T> column = change.column();
        T value = change.value();
        if (value == null) {
            operator(update, "$unset").put(column.sql(), new BsonString(""));
            return;
        }
        BsonValue operand = Filters.bson(column, value);
        switch (change.operation()) {
            case SET -> operator(update, "$set").put(column.sql(), operand);
            case INCREMENT -> operator(update, "$inc").put(column.sql(), operand);
            case DECREMENT -> operator(update, "$inc").put(column.sql(), negative(operand));
            case MULTIPLY -> operator(update, "$mul").put(column.sql(), operand);
            default ->
                throw new UnsupportedOperationException(
                        "MongoDB has no " + change.operation() + " for " + column + ".");
        }
    }

    private static BsonDocument operator(BsonDocument update, String name) {
        return (BsonDocument) update.computeIfAbsent(name, unused -> new BsonDocument());
    }

    private static BsonValue negative(BsonValue number) {
        return switch (number.getBsonType()) {
            case INT32 -> new BsonInt32(Math.negateExact(number.asInt32().getValue()));
            case INT64 -> new BsonInt64(Math.negateExact(number.asInt64().getValue()));
            default -> new BsonDouble(-number.asDouble().getValue());
        };
    }
}
