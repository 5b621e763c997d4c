package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.history.HistoryEntry.Intent;
import dev.flashorm.migrate.history.HistoryStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The history as a collection: a migration is one document, so that each write is whole or not at all. */
final class MongoHistory implements HistoryStore {
    private final MongoDatabase database;
    private final MongoCollection<Document> collection;

    MongoHistory(MongoDatabase database) {
        this.database = database;
        collection = database.getCollection(TABLE);
    }

    @Override
    public boolean exists() throws SQLException {
        return MongoFailure.call(
                () -> database.listCollectionNames().into(new ArrayList<>()).contains(TABLE));
    }

    @Override
    public List<HistoryEntry> read() throws SQLException {
        return MongoFailure.call(() -> {
            List<HistoryEntry> entries = new ArrayList<>();
            for (Document document : collection.find().sort(Sorts.ascending("started_at", "_id"))) {
                entries.add(entry(document));
            }
            return entries;
        });
    }

    @Override
    public Optional<HistoryEntry> find(String id) throws SQLException {
        return MongoFailure.call(
                () -> Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                        .map(MongoHistory::entry));
    }

    @Override
    public void create() throws SQLException {
        if (!exists()) {
            MongoFailure.run(() -> database.createCollection(TABLE));
        }
    }

    @Override
    public void save(HistoryEntry entry) throws SQLException {
        MongoFailure.run(() -> collection.replaceOne(
                Filters.eq("_id", entry.id()), document(entry), new ReplaceOptions().upsert(true)));
    }

    @Override
    public void delete(String id) throws SQLException {
        MongoFailure.run(() -> collection.deleteOne(Filters.eq("_id", id)));
    }

    @Override
    public void clear() throws SQLException {
        MongoFailure.run(() -> collection.deleteMany(new Document()));
    }

    private static Document document(HistoryEntry entry) {
        return new Document("_id", entry.id())
                .append("name", entry.name())
                .append("checksum", entry.checksum())
                .append("sql_checksum", entry.sqlChecksum())
                .append("state_hash", entry.stateHash().orElse(null))
                .append("direction", entry.direction() == Direction.UP ? "up" : "down")
                .append("started_at", entry.startedAt())
                .append("finished_at", entry.finishedAt().orElse(null))
                .append("steps_done", entry.stepsDone())
                .append("steps_total", entry.stepsTotal())
                .append("done_checksum", entry.doneChecksum())
                .append("intent", entry.intent().map(MongoHistory::document).orElse(null))
                .append("error", entry.error().orElse(null))
                .append("executed_by", entry.executedBy())
                .append("tool_version", entry.toolVersion());
    }

    private static Document document(Intent intent) {
        return new Document("step", intent.step())
                .append("checksum", intent.checksum())
                .append("before", intent.before());
    }

    private static HistoryEntry entry(Document document) {
        return new HistoryEntry(
                document.getString("_id"),
                document.getString("name"),
                document.getString("checksum"),
                document.getString("sql_checksum"),
                Optional.ofNullable(document.getString("state_hash")),
                "up".equals(document.getString("direction")) ? Direction.UP : Direction.DOWN,
                document.getString("started_at"),
                Optional.ofNullable(document.getString("finished_at")),
                document.getInteger("steps_done"),
                document.getInteger("steps_total"),
                document.getString("done_checksum"),
                Optional.ofNullable(document.get("intent", Document.class))
                        .map(intent -> new Intent(
                                intent.getInteger("step"), intent.getString("checksum"), intent.getString("before"))),
                Optional.ofNullable(document.getString("error")),
                document.getString("executed_by"),
                document.getString("tool_version"));
    }
}
