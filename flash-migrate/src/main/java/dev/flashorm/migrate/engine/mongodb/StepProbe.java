package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.client.MongoDatabase;
import dev.flashorm.migrate.engine.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Finds out by looking how far a command came whose answer nobody saw. */
final class StepProbe {
    /** Commands that lead to the same state however often they run. */
    private static final Set<String> REPEATABLE = Set.of("collMod", "dropIndexes", "createIndexes");

    private final MongoDatabase database;

    StepProbe(MongoDatabase database) {
        this.database = database;
    }

    /** What the command touches, as it is now. */
    String fingerprint(MongoCommand command) {
        return collection(command.collection()) + indexes(command.collection());
    }

    StepState probe(MongoCommand command, String before) {
        String name = command.collection();
        return switch (command.name()) {
            case "create" ->
                exists(name)
                        ? StepState.after("the collection `" + name + "` is there")
                        : StepState.before("there is no collection `" + name + "`");
            case "drop" ->
                exists(name)
                        ? StepState.before("the collection `" + name + "` is still there")
                        : StepState.after("the collection `" + name + "` is gone");
            case "renameCollection" ->
                renamed(name, String.valueOf(command.document().get("to")));
            case "createIndexes" ->
                indexNames(name).containsAll(command.indexNames())
                        ? StepState.after("the indexes are there")
                        : StepState.before("indexes are missing");
            case "dropIndexes" ->
                indexNames(name).contains(String.valueOf(command.document().get("index")))
                        ? StepState.before("the index is still there")
                        : StepState.after("the index is gone");
            case "update" -> update(command);
            default -> other(command, before);
        };
    }

    private StepState renamed(String before, String after) {
        if (exists(before) == exists(after)) {
            return StepState.neither(
                    "`" + before + "` and `" + after + "` are " + (exists(before) ? "both there" : "both missing"));
        }
        return exists(after)
                ? StepState.after("the collection is called `" + after + "`")
                : StepState.before("the collection is still called `" + before + "`");
    }

    /** Ours ask for documents that still lack the change, so that a second run finishes what a first one began. */
    private static StepState update(MongoCommand command) {
        for (Document update : command.document().getList("updates", Document.class, List.of())) {
            boolean asks = update.get("q", new Document()).values().stream()
                    .anyMatch(value -> value instanceof Document test && test.containsKey("$exists"));
            if (!asks) {
                return StepState.neither("an update may have changed some documents and not others");
            }
        }
        return StepState.before("running it again changes what is left to change");
    }

    private StepState other(MongoCommand command, String before) {
        if (REPEATABLE.contains(command.name())) {
            return StepState.before("running it again does no harm");
        }
        return fingerprint(command).equals(before)
                ? StepState.neither("`" + command.name() + "` leaves no trace by which it could be known")
                : StepState.neither("`" + command.collection() + "` is not as it was before");
    }

    private boolean exists(String collection) {
        return database.listCollectionNames().into(new ArrayList<>()).contains(collection);
    }

    private String collection(String name) {
        return database.listCollections().into(new ArrayList<>()).stream()
                .filter(found -> name.equals(found.getString("name")))
                .map(found -> String.valueOf(found.get("options")))
                .findFirst()
                .orElse("absent");
    }

    private String indexes(String collection) {
        return database.getCollection(collection)
                .listIndexes()
                .into(new ArrayList<>())
                .toString();
    }

    private List<String> indexNames(String collection) {
        return database.getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
                .map(index -> String.valueOf(index.get("name")))
                .toList();
    }
}
