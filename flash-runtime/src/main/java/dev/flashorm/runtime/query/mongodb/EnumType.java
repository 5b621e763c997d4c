package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.type.EnumCodec;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** An enum, kept as the text of its database value. */
final class EnumType<E extends Enum<E>> extends DocumentType<E> {
    private final EnumCodec<E> codec;

    EnumType(EnumCodec<E> codec) {
        this.codec = codec;
    }

    @Override
    protected E value(BsonReader reader) {
        if (reader.getCurrentBsonType() != BsonType.STRING) {
            throw unexpected("an enum", reader);
        }
        return codec.parse(reader.readString());
    }

    @Override
    public void write(BsonWriter writer, E value) {
        writer.writeString(codec.format(value));
    }
}
