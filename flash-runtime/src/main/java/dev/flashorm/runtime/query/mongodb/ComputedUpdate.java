package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Changes;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Changes as the stages of an aggregation, for what no update operator does. As in SQL a number that is not there stays
 * so, and the quotient of whole numbers is a whole number, without what is behind the point.
 */
final class ComputedUpdate {
    private ComputedUpdate() {}

    static boolean isNeeded(Changes changes) {
        return changes.all().stream().anyMatch(change -> change.operation() == Fragment.DIVIDE);
    }

    static List<BsonDocument> stages(Changes changes) {
        BsonDocument values = new BsonDocument();
        BsonDocument removed = new BsonDocument();
        for (Changes.Change<?> change : changes.all()) {
            if (change.value() == null) {
                removed.put(change.column().sql(), Operators.ZERO);
            } else {
                values.put(change.column().sql(), value(change));
            }
        }
        List<BsonDocument> stages = new ArrayList<>(List.of(Operators.of("$addFields", values)));
        if (!removed.isEmpty()) {
            stages.add(Operators.of("$project", removed));
        }
        return stages;
    }

    private static <T> BsonValue value(Changes.Change<T> change) {
        Column<?, T> column = change.column();
        BsonValue operand = Filters.bson(column, Objects.requireNonNull(change.value()));
        BsonType type = operand.getBsonType();
        // A text may begin with a dollar sign.
        BsonValue given = Operators.of("$literal", operand);
        BsonValue present = Operators.field(column.sql());
        return switch (change.operation()) {
            case SET -> given;
            case INCREMENT -> number(present, "$add", type, operand);
            case DECREMENT -> number(present, "$subtract", type, operand);
            case MULTIPLY -> number(present, "$multiply", type, operand);
            case DIVIDE -> number(present, "$divide", type, exact(operand));
            default ->
                throw new UnsupportedOperationException(
                        "MongoDB has no " + change.operation() + " for " + column + ".");
        };
    }

    /** Of the field's type, which a result that is too great for it cannot leave. What is missing stays missing. */
    private static BsonValue number(BsonValue present, String operator, BsonType type, BsonValue operand) {
        BsonValue result = Operators.of(operator, present, operand);
        BsonValue typed = switch (type) {
            case INT32 -> Operators.of("$toInt", result);
            case INT64 -> Operators.of("$toLong", result);
            default -> result;
        };
        return Operators.of("$cond", Operators.isNull(present), present, typed);
    }

    /** Two whole numbers would be divided as doubles, which do not hold all of 64 bits. */
    private static BsonValue exact(BsonValue divisor) {
        return divisor.isDouble()
                ? divisor
                : new BsonDecimal128(new Decimal128(divisor.asNumber().longValue()));
    }
}
