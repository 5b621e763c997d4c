package dev.flashorm.runtime.query.mongodb;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** A composite type: a document inside a document, read and written by generated code. */
final class CompositeDocumentType<T> extends DocumentType<T> {
    private final Function<BsonReader, T> reader;
    private final BiConsumer<BsonWriter, T> members;

    CompositeDocumentType(Function<BsonReader, T> reader, BiConsumer<BsonWriter, T> members) {
        this.reader = reader;
        this.members = members;
    }

    @Override
    protected T value(BsonReader document) {
        if (document.getCurrentBsonType() != BsonType.DOCUMENT) {
            throw unexpected("a composite type", document);
        }
        return reader.apply(document);
    }

    @Override
    public void write(BsonWriter writer, T value) {
        writer.writeStartDocument();
        members.accept(writer, value);
        writer.writeEndDocument();
    }
}
