package dev.flashorm.runtime.query.mongodb;

import org.bson.BsonReader;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that a pipeline works out.
 *
 * @param expression of an aggregation
 * @param type of what comes out
 * @param otherwise what it is where nothing comes out: an empty list of a field that is a list
 */
record Computed(
        BsonValue expression,
        DocumentType<?> type,
        @Nullable Object otherwise) {
    Computed(BsonValue expression, DocumentType<?> type) {
        this(expression, type, null);
    }

    @Nullable
    Object read(BsonReader reader) {
        Object value = type.read(reader);
        return value == null ? otherwise : value;
    }
}
