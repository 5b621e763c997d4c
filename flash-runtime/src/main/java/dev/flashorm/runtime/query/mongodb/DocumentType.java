package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.type.ColumnType;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type travel between Java and documents. Stateless.
 *
 * @param <T> the Java type
 */
public abstract class DocumentType<T> implements ColumnType<T> {
    /** Reads the value at which the reader stands, which is not null. */
    protected abstract T value(BsonReader reader);

    /** Writes a value after its name. */
    public abstract void write(BsonWriter writer, T value);

    /** Reads the value at which the reader stands; null for BSON's null. */
    public @Nullable T read(BsonReader reader) {
        if (reader.getCurrentBsonType() == BsonType.NULL) {
            reader.readNull();
            return null;
        }
        return value(reader);
    }

    /** Writes a member; no value is no member, which an index that is sparse leaves out. */
    public final void write(BsonWriter writer, String name, @Nullable T value) {
        if (value != null) {
            writer.writeName(name);
            write(writer, value);
        }
    }

    /** A value by itself: an operand. */
    public final BsonValue bson(T value) {
        BsonDocument holder = new BsonDocument();
        try (BsonDocumentWriter writer = new BsonDocumentWriter(holder)) {
            writer.writeStartDocument();
            writer.writeName("v");
            write(writer, value);
            writer.writeEndDocument();
        }
        return Objects.requireNonNull(holder.get("v"));
    }

    static IllegalStateException unexpected(String wanted, BsonReader reader) {
        return new IllegalStateException("A document has " + reader.getCurrentBsonType() + " where the schema says "
                + wanted + ": change the schema, or the document.");
    }
}
