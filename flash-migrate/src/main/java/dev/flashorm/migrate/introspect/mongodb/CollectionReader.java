package dev.flashorm.migrate.introspect.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import dev.flashorm.migrate.dialect.mongodb.ValidatorReader;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.UnmanagedObject;
import dev.flashorm.migrate.physical.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;

/** Reads a database of MongoDB. It writes nothing. */
public final class CollectionReader {
    /** Documents that are looked at in a collection without a validator. */
    private static final int SAMPLE = 1000;

    private static final int BATCH = 100;
    private static final String KEY = "_id";

    private final MongoDatabase database;
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<UnmanagedObject> beside = new ArrayList<>();

    private CollectionReader(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Collections sorted by name, with a fixed number of commands for each.
     *
     * @throws com.mongodb.MongoException what the driver says, a missing right for instance
     */
    public static DatabaseSchema read(MongoDatabase database) {
        CollectionReader reader = new CollectionReader(database);
        List<Document> collections = database.listCollections().into(new ArrayList<>());
        collections.sort(Comparator.comparing(one -> one.getString("name")));
        collections.forEach(reader::read);
        return new DatabaseSchema(
                List.of(), List.of(), List.of(), List.of(), reader.tables, reader.views, reader.beside);
    }

    private void read(Document collection) {
        String name = collection.getString("name");
        if (IntrospectionScope.isHistoryTable(name) || name.startsWith("system.")) {
            return;
        }
        Document options = collection.get("options", new Document());
        String type = collection.get("type", "collection");
        switch (type) {
            case "view" -> views.add(new View(ObjectName.of(name), false, options.toJson()));
            case "collection" -> table(name, options);
            default -> beside.add(object(type + " collection", name, Optional.empty()));
        }
    }

    private void table(String name, Document options) {
        Optional<Document> declared = declared(options);
        List<Column> columns = columns(declared.orElseGet(() -> sample(name)));
        Optional<Column> key =
                columns.stream().filter(column -> column.name().equals(KEY)).findFirst();
        if (key.isPresent() && isNoKey(key.get())) {
            beside.add(object("collection with an _id that is no single value,", name, Optional.empty()));
            return;
        }
        tables.add(new Table(
                ObjectName.of(name),
                columns,
                Optional.of(new PrimaryKey(Optional.empty(), List.of(IndexPart.column(KEY)), "", Optional.empty())),
                IndexReader.read(database.getCollection(name)),
                List.of(),
                List.of(),
                Optional.empty(),
                declared.isPresent() ? Map.of() : Map.of(Table.SAMPLED, "")));
    }

    private static boolean isNoKey(Column key) {
        List<String> types = ValidatorReader.types(Document.parse(key.type().name()));
        return key.type().array() || types.isEmpty() || types.contains("object");
    }

    /** What a validator says of the fields. */
    private static Optional<Document> declared(Document options) {
        Document validator = options.get("validator", new Document());
        return validator.get("$jsonSchema") instanceof Document schema
                        && schema.get("properties") instanceof Document properties
                        && !properties.isEmpty()
                ? Optional.of(schema)
                : Optional.empty();
    }

    private static List<Column> columns(Document described) {
        List<Column> columns = new ArrayList<>(ValidatorReader.columns(described));
        Optional<Column> key =
                columns.stream().filter(column -> column.name().equals(KEY)).findFirst();
        if (key.isPresent()) {
            columns.remove(key.get());
            columns.add(0, key.get());
        } else {
            // Every document has one; the driver makes an ObjectId where nobody says otherwise.
            columns.addAll(
                    0,
                    ValidatorReader.columns(new Document("required", List.of(KEY))
                            .append("properties", new Document(KEY, new Document("bsonType", "objectId")))));
        }
        return columns;
    }

    private Document sample(String name) {
        MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
        DocumentShape shape = new DocumentShape();
        collection
                .aggregate(List.of(Aggregates.sample(SAMPLE)))
                .batchSize(BATCH)
                .forEach(shape::add);
        shape.unnamed()
                .forEach(field -> beside.add(object("field", "`" + field + "`", Optional.of(ObjectName.of(name)))));
        return shape.members();
    }

    private static UnmanagedObject object(String kind, String name, Optional<ObjectName> table) {
        return new UnmanagedObject(kind, name, table, Optional.empty());
    }
}
