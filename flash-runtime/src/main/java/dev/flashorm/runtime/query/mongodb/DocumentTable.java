package dev.flashorm.runtime.query.mongodb;

import com.mongodb.client.MongoCollection;
import dev.flashorm.runtime.ConstraintPlace;
import dev.flashorm.runtime.NotNullViolation;
import dev.flashorm.runtime.mongodb.MongodbSession;
import dev.flashorm.runtime.query.RowValues;
import dev.flashorm.runtime.query.Table;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.RawBsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A model whose records are documents, or a composite type, whose records are documents inside others.
 *
 * @param <M> the record
 */
public final class DocumentTable<M> extends Table<M> {
    private final DocumentCodec<M> codec;

    /**
     * @param model its name in the schema file
     * @param collection its name in the database; empty for a composite type
     * @param reader generated: a record of the document at which the reader stands
     */
    public DocumentTable(
            String model, String collection, Class<M> type, Function<BsonReader, M> reader, RowValues<M> values) {
        super(model, collection, values);
        this.codec = new DocumentCodec<>(type, reader);
    }

    @Override
    public DocumentTable<M> nullable(String... fields) {
        super.nullable(fields);
        return this;
    }

    /** A value that every document has, or an error that says which lacks it. */
    public <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalStateException("A document of " + model() + " has no value for the required field " + field
                    + ": make the field optional in the schema, or give the documents a value.");
        }
        return value;
    }

    /** A value that every new document needs, unless a relation gives it. */
    public <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new NotNullViolation(new ConstraintPlace(model(), List.of(field), null), null);
        }
        return value;
    }

    Codec<M> codec() {
        return codec;
    }

    MongoCollection<M> records(MongodbSession session) {
        return session.collection(sql(), codec.type(), codec);
    }

    MongoCollection<BsonDocument> documents(MongodbSession session) {
        return session.collection(sql(), BsonDocument.class, new BsonDocumentCodec());
    }

    MongoCollection<RawBsonDocument> raw(MongodbSession session) {
        return session.collection(sql(), RawBsonDocument.class, new RawBsonDocumentCodec());
    }

    static <T> DocumentTable<T> of(Table<T> table) {
        return (DocumentTable<T>) table;
    }
}
