package dev.flashorm.migrate.introspect.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What documents of a sample have in common, as an object of {@code $jsonSchema}. */
final class DocumentShape {
    /** Deeper than anybody models; MongoDB itself allows 100. */
    private static final int DEEPEST = 20;

    /** Objects with more members than a record can have are maps, not records. */
    private static final int WIDEST = 254;

    /** Of a whole collection. */
    private static final int MOST_FIELDS = 10_000;

    private static final Set<String> NUMBERS = Set.of("int", "long", "double");

    private final int depth;

    /** By name: a sample comes in another order each time. */
    private final Map<String, Values> members = new TreeMap<>();

    private int documents;

    DocumentShape() {
        this(0);
    }

    private DocumentShape(int depth) {
        this.depth = depth;
    }

    /** The values that a field or the items of a list have. */
    private static final class Values {
        private final int depth;
        private final Map<String, Integer> types = new TreeMap<>();
        private int seen;
        private final DocumentShape object;
        private @Nullable Values items;

        Values(int depth) {
            this.depth = depth;
            object = new DocumentShape(depth + 1);
        }

        void add(BsonValue value) {
            seen++;
            types.merge(name(value.getBsonType()), 1, Integer::sum);
            if (depth >= DEEPEST) {
                return;
            }
            if (value.isDocument()) {
                object.add(value.asDocument());
            } else if (value.isArray()) {
                Values inside = items == null ? new Values(depth + 1) : items;
                value.asArray().forEach(inside::add);
                items = inside;
            }
        }

        Document property() {
            List<String> kinds =
                    types.keySet().stream().filter(type -> !type.equals("null")).toList();
            boolean hasNull = types.containsKey("null");
            Document property = new Document();
            if (kinds.isEmpty()) {
                return property.append("description", "Without a value in all documents that were looked at.");
            }
            if (NUMBERS.containsAll(kinds)) {
                String widest = kinds.contains("double") ? "double" : kinds.contains("long") ? "long" : "int";
                property.append("bsonType", typed(List.of(widest), hasNull));
            } else if (kinds.size() > 1) {
                return property.append("description", "Values of several types: " + counts() + ".");
            } else if (kinds.equals(List.of("array"))) {
                property.append("bsonType", "array");
                if (items != null && items.seen > 0) {
                    Document described = items.property();
                    Object note = described.remove("description");
                    if (note != null) {
                        property.append("description", note);
                    }
                    property.append("items", described);
                }
            } else if (kinds.equals(List.of("object")) && !object.isRecord()) {
                return property.append("description", "Documents with members of their own each, or too deep.");
            } else {
                property.append("bsonType", typed(kinds, hasNull));
                if (kinds.equals(List.of("object"))) {
                    property.putAll(object.members());
                }
            }
            return property;
        }

        private static Object typed(List<String> kinds, boolean hasNull) {
            return hasNull ? List.of(kinds.get(0), "null") : kinds.get(0);
        }

        private String counts() {
            return String.join(
                    ", ",
                    types.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .toList());
        }
    }

    void add(BsonDocument document) {
        documents++;
        document.forEach((name, value) -> {
            if (members.size() <= (depth == 0 ? MOST_FIELDS : WIDEST) || members.containsKey(name)) {
                members.computeIfAbsent(name, any -> new Values(depth)).add(value);
            }
        });
    }

    private boolean isRecord() {
        return !members.isEmpty()
                && members.size() <= WIDEST
                && members.keySet().stream().allMatch(DocumentShape::canBeNamed)
                && depth < DEEPEST;
    }

    /** Whether the schema language can name a field: a path can't lead to any other. */
    static boolean canBeNamed(String field) {
        return !field.isEmpty() && !field.startsWith("$") && field.indexOf('.') < 0;
    }

    /** Fields of the sample that no schema can name. */
    List<String> unnamed() {
        return members.keySet().stream().filter(name -> !canBeNamed(name)).toList();
    }

    /** {@code properties} and {@code required}. */
    Document members() {
        Document properties = new Document();
        List<String> required = new ArrayList<>();
        members.forEach((name, values) -> {
            if (canBeNamed(name)) {
                properties.append(name, values.property());
                if (values.seen == documents && !values.types.containsKey("null")) {
                    required.add(name);
                }
            }
        });
        return new Document("required", required).append("properties", properties);
    }

    /** As {@code bsonType} has it. */
    private static String name(BsonType type) {
        return switch (type) {
            case DOUBLE -> "double";
            case STRING -> "string";
            case DOCUMENT -> "object";
            case ARRAY -> "array";
            case BINARY -> "binData";
            case OBJECT_ID -> "objectId";
            case BOOLEAN -> "bool";
            case DATE_TIME -> "date";
            case NULL, UNDEFINED -> "null";
            case INT32 -> "int";
            case INT64 -> "long";
            case TIMESTAMP -> "timestamp";
            case DECIMAL128 -> "decimal";
            case REGULAR_EXPRESSION -> "regex";
            default -> "other";
        };
    }
}
