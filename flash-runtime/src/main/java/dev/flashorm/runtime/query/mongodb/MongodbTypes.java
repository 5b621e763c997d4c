package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.type.EnumCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** The field types of MongoDB. */
public final class MongodbTypes {
    public static final DocumentType<String> TEXT = new ScalarTypes.Text();
    public static final DocumentType<String> OBJECT_ID = new ScalarTypes.ObjectIdText();
    public static final DocumentType<byte[]> OBJECT_ID_BYTES = new ScalarTypes.ObjectIdBytes();
    public static final DocumentType<Boolean> BOOLEAN = new ScalarTypes.Bool();
    public static final DocumentType<Integer> INT = new ScalarTypes.Int(false);
    public static final DocumentType<Integer> LONG_INT = new ScalarTypes.Int(true);
    public static final DocumentType<Long> BIG_INT = new ScalarTypes.BigInt();
    static final DocumentType<BigDecimal> WHOLE_NUMBER = new ScalarTypes.WholeNumber();
    public static final DocumentType<Double> FLOAT = new ScalarTypes.FloatingPoint();
    public static final DocumentType<Instant> DATE_TIME = new ScalarTypes.DateTime();
    public static final DocumentType<Instant> TIMESTAMP = new ScalarTypes.Timestamp();
    public static final DocumentType<byte[]> BYTES = new ScalarTypes.Bytes();
    public static final DocumentType<Json> JSON = new JsonType();

    private MongodbTypes() {}

    public static <E extends Enum<E>> DocumentType<E> enumOf(E[] values, Function<E, String> databaseValue) {
        return new EnumType<>(new EnumCodec<>(values, databaseValue));
    }

    public static <E> DocumentType<List<E>> arrayOf(DocumentType<E> element) {
        return new ListType<>(element);
    }

    /**
     * A composite type.
     *
     * @param reader generated: a value of the document at which the reader stands
     * @param members generated: writes the members of a value
     */
    public static <T> DocumentType<T> composite(Function<BsonReader, T> reader, BiConsumer<BsonWriter, T> members) {
        return new CompositeDocumentType<>(reader, members);
    }
}
