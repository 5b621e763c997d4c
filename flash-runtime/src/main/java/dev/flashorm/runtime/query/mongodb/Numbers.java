package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.type.ColumnType;
import java.math.BigDecimal;
import org.bson.BsonDecimal128;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/** What aggregates are compared with. */
final class Numbers {
    private Numbers() {}

    /** @param type of a field, for its least and greatest value; that of an aggregate of its own says nothing here */
    static <T> BsonValue bson(ColumnType<T> type, T value) {
        if (type instanceof DocumentType<T> own) {
            return own.bson(value);
        }
        if (value instanceof Long whole) {
            return new BsonInt64(whole);
        }
        if (value instanceof BigDecimal decimal) {
            return new BsonDecimal128(new Decimal128(decimal));
        }
        return new BsonDouble(((Number) value).doubleValue());
    }
}
