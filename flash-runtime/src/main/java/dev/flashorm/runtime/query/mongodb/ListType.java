package dev.flashorm.runtime.query.mongodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** A list of values. */
final class ListType<E> extends DocumentType<List<E>> {
    private final DocumentType<E> element;

    ListType(DocumentType<E> element) {
        this.element = element;
    }

    @Override
    protected List<E> value(BsonReader reader) {
        if (reader.getCurrentBsonType() != BsonType.ARRAY) {
            throw unexpected("a list", reader);
        }
        List<E> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            E value = element.read(reader);
            if (value == null) {
                throw new IllegalStateException("A document has a null in a list, which the schema does not allow.");
            }
            values.add(value);
        }
        reader.readEndArray();
        return Collections.unmodifiableList(values);
    }

    @Override
    public void write(BsonWriter writer, List<E> values) {
        writer.writeStartArray();
        for (E value : values) {
            element.write(writer, value);
        }
        writer.writeEndArray();
    }
}
