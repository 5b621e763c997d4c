package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a collection's documents must look like, as {@code $jsonSchema}. */
final class Validator {
    private Validator() {}

    /** Fields that the schema doesn't know are allowed, and a list may be missing, which is an empty one. */
    static Document of(Table table) {
        List<String> required = new ArrayList<>();
        Document properties = new Document();
        for (Column column : table.columns()) {
            Document property = Document.parse(column.type().name());
            if (column.type().array()) {
                property = array(property);
            } else if (column.nullable()) {
                property = orNull(property);
            } else {
                required.add(column.name());
            }
            properties.append(column.name(), property);
        }
        return new Document("$jsonSchema", object(required, properties));
    }

    static Document object(List<String> required, Document properties) {
        Document object = new Document("bsonType", "object");
        if (!required.isEmpty()) {
            // An empty list is an error (manual, "$jsonSchema").
            object.append("required", required);
        }
        return properties.isEmpty() ? object : object.append("properties", properties);
    }

    static Document array(Document items) {
        Document array = new Document("bsonType", "array");
        return items.isEmpty() ? array : array.append("items", items);
    }

    static Document orNull(Document property) {
        Document result = new Document(property);
        result.computeIfPresent("enum", (key, values) -> with((List<?>) values, null));
        result.computeIfPresent(
                "bsonType",
                (key, types) -> types instanceof List<?> list ? with(list, "null") : List.of(types, "null"));
        return result;
    }

    private static List<Object> with(List<?> values, @Nullable Object more) {
        List<Object> result = new ArrayList<>(values);
        result.add(more);
        return result;
    }
}
