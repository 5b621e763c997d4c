package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.ScalarField;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Values and commands as Extended JSON v2, relaxed: what people write, and what the server gets back unchanged. */
final class ExtendedJson {
    private static final int WIDTH = 100;
    private static final JsonWriterSettings LINE =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private ExtendedJson() {}

    /** On one line what fits there, everything else an entry a line, as people lay JSON out. */
    static String lines(Document document) {
        return lines(document, 0);
    }

    private static String lines(@Nullable Object value, int indent) {
        String line = line(value);
        if (indent + line.length() <= WIDTH) {
            return line;
        }
        String gap = "\n" + " ".repeat(indent + 2);
        String end = "\n" + " ".repeat(indent);
        if (value instanceof Document document) {
            return document.entrySet().stream()
                    .map(entry -> gap + line(entry.getKey()) + ": " + lines(entry.getValue(), indent + 2))
                    .collect(Collectors.joining(",", "{", end + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> gap + lines(item, indent + 2))
                    .collect(Collectors.joining(",", "[", end + "]"));
        }
        return line;
    }

    /** Any value as JSON: a document's writer is asked, which knows all of them. */
    static String line(@Nullable Object value) {
        String json = new Document("v", value).toJson(LINE);
        return json.substring(json.indexOf(':') + 1, json.lastIndexOf('}')).strip();
    }

    /** A default, wrapped as {@code {"value": …}}; null for those that the client makes. */
    static @Nullable String of(ScalarField field, DefaultValue value) {
        Object found = value(field, value);
        return found == null ? null : new Document("value", found).toJson(LINE);
    }

    /** What {@link #of} has wrapped. */
    static @Nullable Object unwrap(String json) {
        return Document.parse(json).get("value");
    }

    private static @Nullable Object value(ScalarField field, DefaultValue value) {
        if (value instanceof DefaultValue.EnumValue constant) {
            return constant.value().databaseName();
        }
        if (value instanceof DefaultValue.Literal literal) {
            return literal(field, literal.text());
        }
        if (value instanceof DefaultValue.Items items) {
            List<Object> list = new ArrayList<>();
            for (DefaultValue item : items.items()) {
                Object found = value(field, item);
                if (found == null) {
                    return null;
                }
                list.add(found);
            }
            return list;
        }
        return null;
    }

    private static @Nullable Object literal(ScalarField field, String text) {
        boolean isObjectId = field.nativeType()
                .filter(type -> type.name().equals("ObjectId"))
                .isPresent();
        if (isObjectId && ObjectId.isValid(text)) {
            return new ObjectId(text);
        }
        if (!(field.type() instanceof FieldType.Scalar scalar)) {
            return text;
        }
        return switch (scalar) {
            case STRING -> text;
            case BOOLEAN -> Boolean.valueOf(text);
            case INT -> Integer.valueOf(text);
            case BIG_INT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DECIMAL -> Decimal128.parse(text);
            case DATE_TIME -> date(text);
            case JSON -> Document.parse("{\"value\": " + text + "}").get("value");
            case BYTES -> new Binary(Base64.getDecoder().decode(text));
        };
    }

    private static Object date(String text) {
        try {
            return Date.from(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
