package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Fields as {@code $jsonSchema} describes them: the way back from {@link Validator}. */
public final class ValidatorReader {
    private static final String TYPE = "bsonType";
    private static final String VALUES = "enum";
    private static final String DESCRIPTION = "description";

    private ValidatorReader() {}

    /**
     * The members of an object, in its own order.
     *
     * @param object with `properties` and `required`; a description becomes a comment
     */
    public static List<Column> columns(Document object) {
        List<?> required = object.get("required") instanceof List<?> names ? names : List.of();
        List<Column> columns = new ArrayList<>();
        if (object.get("properties") instanceof Document properties) {
            properties.forEach((name, property) -> {
                Document described = property instanceof Document document ? document : new Document();
                columns.add(column(name, described, required.contains(name)));
            });
        }
        return columns;
    }

    private static Column column(String name, Document property, boolean required) {
        boolean nullable = !required || types(property).contains("null");
        Document type = withoutNull(property);
        Object comment = type.remove(DESCRIPTION);
        boolean array = types(type).equals(List.of("array"));
        Document described =
                array ? withoutNull(type.get("items") instanceof Document items ? items : new Document()) : type;
        ColumnType columnType = ColumnType.of(described.toJson());
        return Column.of(name, array ? columnType.asArray() : columnType, nullable)
                .withComment(Optional.ofNullable(comment).map(Object::toString));
    }

    /** The names of BSON types that a property allows; empty where it allows any. */
    public static List<String> types(Document property) {
        Object types = property.get(TYPE);
        return types instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : types instanceof String one ? List.of(one) : List.of();
    }

    private static Document withoutNull(Document property) {
        Document result = new Document(property);
        List<String> types =
                types(property).stream().filter(type -> !type.equals("null")).toList();
        if (!types.isEmpty()) {
            result.put(TYPE, types.size() == 1 ? types.get(0) : types);
        }
        if (property.get(VALUES) instanceof List<?> values) {
            List<Object> left = new ArrayList<>(values);
            left.removeIf(value -> value == null);
            result.put(VALUES, left);
        }
        return result;
    }
}
