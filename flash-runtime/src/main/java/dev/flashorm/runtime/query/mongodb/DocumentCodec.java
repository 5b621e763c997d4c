package dev.flashorm.runtime.query.mongodb;

import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Reads documents with generated code, straight from the driver's buffer. */
record DocumentCodec<T>(Class<T> type, Function<BsonReader, T> reader) implements Codec<T> {
    @Override
    public T decode(BsonReader document, DecoderContext context) {
        return reader.apply(document);
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        throw new UnsupportedOperationException("Records are written by their drafts.");
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
