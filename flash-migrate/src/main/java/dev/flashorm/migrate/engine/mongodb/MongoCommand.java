package dev.flashorm.migrate.engine.mongodb;

import dev.flashorm.migrate.engine.CreatedObject;
import dev.flashorm.migrate.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.bson.BsonInvalidOperationException;
import org.bson.Document;
import org.bson.json.JsonParseException;

/**
 * A statement of a migration, understood: what mongosh would send to the server.
 *
 * @param document the command; its first key is its name
 */
record MongoCommand(Document document) {
    private static final String RUN = "db.runCommand(";
    private static final String COLLECTION = "db.getCollection(";
    private static final String RENAME = ").renameCollection(";

    /**
     * Reads `db.runCommand({…})` with a document in Extended JSON, or `db.getCollection("a").renameCollection("b")`.
     *
     * @return empty for anything else
     */
    static Optional<MongoCommand> parse(String text) {
        String statement = text.strip();
        if (!statement.endsWith(")")) {
            return Optional.empty();
        }
        String inside = statement.substring(0, statement.length() - 1);
        try {
            if (inside.startsWith(RUN)) {
                Document document = Document.parse(inside.substring(RUN.length()));
                return document.isEmpty() ? Optional.empty() : Optional.of(new MongoCommand(document));
            }
            int rename = inside.indexOf(RENAME);
            if (inside.startsWith(COLLECTION) && rename > 0) {
                return Optional.of(new MongoCommand(
                        new Document("renameCollection", string(inside.substring(COLLECTION.length(), rename)))
                                .append("to", string(inside.substring(rename + RENAME.length())))));
            }
            return Optional.empty();
        } catch (JsonParseException | BsonInvalidOperationException | ClassCastException e) {
            // It isn't what we can run, whatever it is.
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException for a statement that {@link StepClassifier} would have refused */
    static MongoCommand of(Statement statement) {
        return parse(statement.text()).orElseThrow(() -> new IllegalStateException(statement.summary()));
    }

    private static String string(String json) {
        return Document.parse("{\"s\": " + json + "}").get("s", String.class);
    }

    String name() {
        return document.keySet().iterator().next();
    }

    /** The collection that the command is about: the value of its first key. */
    String collection() {
        return String.valueOf(document.get(name()));
    }

    /** What is there after it and was not before, but for indexes. */
    Optional<CreatedObject> creation() {
        return switch (name()) {
            case "create" -> Optional.of(creation(kind(), collection()));
            case "renameCollection" -> Optional.of(creation("TABLE", document.getString("to")));
            default -> Optional.empty();
        };
    }

    private static CreatedObject creation(String kind, String name) {
        return new CreatedObject(kind, Optional.empty(), name, true);
    }

    /** A time series is no table: the language has no word for it. */
    private String kind() {
        return document.containsKey("viewOn") ? "VIEW" : document.containsKey("timeseries") ? "COLLECTION" : "TABLE";
    }

    /** Names of the indexes that `createIndexes` makes. */
    List<String> indexNames() {
        return document.getList("indexes", Document.class, List.of()).stream()
                .map(index -> String.valueOf(index.get("name")))
                .toList();
    }
}
