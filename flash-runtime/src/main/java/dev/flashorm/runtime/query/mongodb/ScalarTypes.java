package dev.flashorm.runtime.query.mongodb;

import java.math.BigDecimal;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonTimestamp;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** The types of single values. Numbers are read from whichever BSON number holds them without loss. */
final class ScalarTypes {
    private ScalarTypes() {}

    static final class Text extends DocumentType<String> {
        @Override
        protected String value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.STRING) {
                throw unexpected("String", reader);
            }
            return reader.readString();
        }

        @Override
        public void write(BsonWriter writer, String value) {
            writer.writeString(value);
        }
    }

    /** {@code String @db.ObjectId}: 24 hexadecimal digits in code. */
    static final class ObjectIdText extends DocumentType<String> {
        @Override
        protected String value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.OBJECT_ID) {
                throw unexpected("an ObjectId", reader);
            }
            return reader.readObjectId().toHexString();
        }

        @Override
        public void write(BsonWriter writer, String value) {
            writer.writeObjectId(id(value));
        }

        private static ObjectId id(String text) {
            if (!ObjectId.isValid(text)) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no ObjectId: it has 24 hexadecimal digits. See ObjectIds.create().");
            }
            return new ObjectId(text);
        }
    }

    /** {@code Bytes @db.ObjectId}: 12 bytes in code. */
    static final class ObjectIdBytes extends DocumentType<byte[]> {
        @Override
        protected byte[] value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.OBJECT_ID) {
                throw unexpected("an ObjectId", reader);
            }
            return reader.readObjectId().toByteArray();
        }

        @Override
        public void write(BsonWriter writer, byte[] value) {
            writer.writeObjectId(new ObjectId(value));
        }
    }

    static final class Bool extends DocumentType<Boolean> {
        @Override
        protected Boolean value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.BOOLEAN) {
                throw unexpected("Boolean", reader);
            }
            return reader.readBoolean();
        }

        @Override
        public void write(BsonWriter writer, Boolean value) {
            writer.writeBoolean(value);
        }
    }

    static final class Int extends DocumentType<Integer> {
        private final boolean isLong;

        /** @param isLong whether it is kept in 64 bits */
        Int(boolean isLong) {
            this.isLong = isLong;
        }

        @Override
        protected Integer value(BsonReader reader) {
            if (reader.getCurrentBsonType() == BsonType.INT32) {
                return reader.readInt32();
            }
            long value = whole(reader, "Int");
            if ((int) value != value) {
                throw new IllegalStateException("A document has " + value + ", which is too large for Int.");
            }
            return (int) value;
        }

        @Override
        public void write(BsonWriter writer, Integer value) {
            if (isLong) {
                writer.writeInt64(value);
            } else {
                writer.writeInt32(value);
            }
        }
    }

    static final class BigInt extends DocumentType<Long> {
        @Override
        protected Long value(BsonReader reader) {
            return whole(reader, "BigInt");
        }

        @Override
        public void write(BsonWriter writer, Long value) {
            writer.writeInt64(value);
        }
    }

    private static long whole(BsonReader reader, String wanted) {
        return switch (reader.getCurrentBsonType()) {
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case DOUBLE -> whole(reader.readDouble(), wanted);
            default -> throw DocumentType.unexpected(wanted, reader);
        };
    }

    private static long whole(double value, String wanted) {
        if (value != Math.rint(value) || Math.abs(value) >= 1L << 53) {
            throw new IllegalStateException("A document has " + value + " where the schema says " + wanted + ".");
        }
        return (long) value;
    }

    static final class FloatingPoint extends DocumentType<Double> {
        @Override
        protected Double value(BsonReader reader) {
            return switch (reader.getCurrentBsonType()) {
                case DOUBLE -> reader.readDouble();
                case INT32 -> (double) reader.readInt32();
                case INT64 -> (double) reader.readInt64();
                default -> throw unexpected("Float", reader);
            };
        }

        @Override
        public void write(BsonWriter writer, Double value) {
            writer.writeDouble(value);
        }
    }

    /** To the millisecond. */
    static final class DateTime extends DocumentType<Instant> {
        @Override
        protected Instant value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.DATE_TIME) {
                throw unexpected("DateTime", reader);
            }
            return Instant.ofEpochMilli(reader.readDateTime());
        }

        @Override
        public void write(BsonWriter writer, Instant value) {
            writer.writeDateTime(value.toEpochMilli());
        }
    }

    /** {@code DateTime @db.Timestamp}: to the second, from 1970 to 2106. */
    static final class Timestamp extends DocumentType<Instant> {
        @Override
        protected Instant value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.TIMESTAMP) {
                throw unexpected("a Timestamp", reader);
            }
            return Instant.ofEpochSecond(
                    Integer.toUnsignedLong(reader.readTimestamp().getTime()));
        }

        @Override
        public void write(BsonWriter writer, Instant value) {
            long seconds = value.getEpochSecond();
            if (seconds < 0 || seconds > 0xFFFF_FFFFL) {
                throw new IllegalArgumentException("A BSON timestamp reaches from 1970 to 2106, unlike " + value);
            }
            writer.writeTimestamp(new BsonTimestamp((int) seconds, 0));
        }
    }

    /** A sum of {@code BigInt}, with up to 34 digits. */
    static final class WholeNumber extends DocumentType<BigDecimal> {
        @Override
        protected BigDecimal value(BsonReader reader) {
            return switch (reader.getCurrentBsonType()) {
                case INT32 -> BigDecimal.valueOf(reader.readInt32());
                case INT64 -> BigDecimal.valueOf(reader.readInt64());
                case DECIMAL128 -> reader.readDecimal128().bigDecimalValue();
                default -> throw unexpected("a whole number", reader);
            };
        }

        @Override
        public void write(BsonWriter writer, BigDecimal value) {
            writer.writeDecimal128(new Decimal128(value));
        }
    }

    static final class Bytes extends DocumentType<byte[]> {
        @Override
        protected byte[] value(BsonReader reader) {
            if (reader.getCurrentBsonType() != BsonType.BINARY) {
                throw unexpected("Bytes", reader);
            }
            return reader.readBinaryData().getData();
        }

        @Override
        public void write(BsonWriter writer, byte[] value) {
            writer.writeBinaryData(new BsonBinary(value));
        }
    }
}
