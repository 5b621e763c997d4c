package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * {@code Json}, as documents, lists and values of BSON. Members are written in the order of their names: MongoDB holds
 * documents with the same members in another order for different, JSON does not.
 */
final class JsonType extends DocumentType<Json> {
    /** BSON's null is a JSON value here; a field without a value is not there at all. */
    @Override
    public Json read(BsonReader reader) {
        return value(reader);
    }

    @Override
    protected Json value(BsonReader reader) {
        return Json.of(any(reader));
    }

    private static @Nullable Object any(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case NULL -> {
                reader.readNull();
                yield null;
            }
            case BOOLEAN -> reader.readBoolean();
            case STRING -> reader.readString();
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> reader.readDouble();
            case DECIMAL128 -> reader.readDecimal128().bigDecimalValue();
            case ARRAY -> list(reader);
            case DOCUMENT -> members(reader);
            default -> throw unexpected("Json", reader);
        };
    }

    private static List<@Nullable Object> list(BsonReader reader) {
        List<@Nullable Object> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(any(reader));
        }
        reader.readEndArray();
        return values;
    }

    private static Map<String, @Nullable Object> members(BsonReader reader) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            members.put(reader.readName(), any(reader));
        }
        reader.readEndDocument();
        return members;
    }

    @Override
    public void write(BsonWriter writer, Json value) {
        writeAny(writer, value.value());
    }

    private static void writeAny(BsonWriter writer, @Nullable Object value) {
        if (value == null) {
            writer.writeNull();
        } else if (value instanceof String text) {
            writer.writeString(text);
        } else if (value instanceof Boolean truth) {
            writer.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            writeNumber(writer, number);
        } else if (value instanceof List<?> values) {
            writer.writeStartArray();
            values.forEach(item -> writeAny(writer, item));
            writer.writeEndArray();
        } else {
            writer.writeStartDocument();
            new TreeMap<>((Map<?, ?>) value).forEach((name, member) -> {
                writer.writeName((String) name);
                writeAny(writer, member);
            });
            writer.writeEndDocument();
        }
    }

    /** The smallest number of BSON that loses nothing. */
    private static void writeNumber(BsonWriter writer, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 19 && isLong(plain)) {
            long whole = plain.longValueExact();
            if ((int) whole == whole) {
                writer.writeInt32((int) whole);
            } else {
                writer.writeInt64(whole);
            }
        } else if (!Double.isInfinite(number.doubleValue())
                && new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0) {
            writer.writeDouble(number.doubleValue());
        } else {
            writeDecimal(writer, number);
        }
    }

    private static boolean isLong(BigDecimal whole) {
        return whole.toBigInteger().bitLength() < Long.SIZE;
    }

    private static void writeDecimal(BsonWriter writer, BigDecimal number) {
        try {
            writer.writeDecimal128(new Decimal128(number));
        } catch (NumberFormatException tooLong) {
            throw new IllegalArgumentException(
                    "MongoDB keeps 34 digits of a number, and one in this JSON value has more: " + number, tooLong);
        }
    }
}
