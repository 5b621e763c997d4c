package dev.flashorm.runtime.query.mongodb;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Expressions of aggregations. */
final class Operators {
    static final BsonInt32 ZERO = new BsonInt32(0);
    static final BsonInt32 ONE = new BsonInt32(1);

    private Operators() {}

    /** {@code {$op: [a, b]}} */
    static BsonDocument of(String operator, BsonValue... operands) {
        return new BsonDocument(operator, new BsonArray(List.of(operands)));
    }

    /** {@code {$op: a}} */
    static BsonDocument of(String operator, BsonValue operand) {
        return new BsonDocument(operator, operand);
    }

    /** The value of a field. */
    static BsonString field(String path) {
        return new BsonString("$" + path);
    }

    /** What is missing and what is null as one. */
    static BsonDocument orNull(BsonValue value) {
        return of("$ifNull", value, BsonNull.VALUE);
    }

    static BsonDocument isNull(BsonValue value) {
        return of("$eq", orNull(value), BsonNull.VALUE);
    }
}
