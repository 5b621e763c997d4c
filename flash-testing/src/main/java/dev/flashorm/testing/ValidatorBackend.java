package dev.flashorm.testing;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what a real server remembers of a collection: its validator and how strictly it holds. It is told to who asks,
 * and no document is measured by it.
 */
final class ValidatorBackend extends MemoryBackend {
    private static final Set<String> REMEMBERED = Set.of("validator", "validationLevel", "validationAction");

    /** By database and collection. */
    private final Map<String, Document> options = new ConcurrentHashMap<>();

    @Override
    public Document handleMessage(MongoMessage message) {
        String database = message.getDatabaseName();
        Document command = message.getDocument();
        String name = command.keySet().iterator().next();
        String collection = database + "." + command.get(name);
        if (name.equals("collMod")) {
            return modify(database, command);
        }
        Document answer = super.handleMessage(message);
        switch (name) {
            case "create" -> options.put(collection, remembered(command));
            case "drop" -> options.remove(collection);
            case "dropDatabase" -> options.keySet().removeIf(key -> key.startsWith(database + "."));
            case "renameCollection" -> rename(String.valueOf(command.get(name)), String.valueOf(command.get("to")));
            case "listCollections" -> {
                for (Document found : collections(answer)) {
                    found.put("options", options.getOrDefault(database + "." + found.get("name"), new Document()));
                }
            }
            default -> {
                // Nothing of a collection's options is in other commands.
            }
        }
        return answer;
    }

    private Document modify(String database, Document command) {
        String collection = String.valueOf(command.get("collMod"));
        if (resolveDatabase(database).resolveCollection(collection, false) == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist");
        }
        options.computeIfAbsent(database + "." + collection, any -> new Document())
                .putAll(remembered(command));
        return new Document("ok", 1.0);
    }

    private static Document remembered(Document command) {
        Document kept = command.clone();
        kept.keySet().retainAll(REMEMBERED);
        return kept;
    }

    private void rename(String before, String after) {
        Document moved = options.remove(before);
        if (moved != null) {
            options.put(after, moved);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Document> collections(Document answer) {
        return answer.get("cursor") instanceof Document cursor && cursor.get("firstBatch") instanceof List<?> batch
                ? (List<Document>) batch
                : List.of();
    }
}
