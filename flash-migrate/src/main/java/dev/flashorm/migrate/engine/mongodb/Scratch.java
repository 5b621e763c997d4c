package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.engine.ScratchMaker;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Databases of their own on a server of MongoDB, which makes one with its first collection. */
final class Scratch implements ScratchMaker {
    @Override
    public DatabaseUrl address(DatabaseUrl beside, String name) {
        return Engine.beside(beside, name);
    }

    /** With the mark, so that a right which is missing shows here. */
    @Override
    public void create(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        mark(scratch);
    }

    @Override
    public void drop(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException {
        clear(scratch);
    }

    @Override
    public boolean isMarked(DatabaseUrl url) throws SQLException {
        return collections(url).contains(MARK);
    }

    @Override
    public void mark(DatabaseUrl url) throws SQLException {
        run(url, database -> database.createCollection(MARK));
    }

    @Override
    public List<String> contents(DatabaseUrl url) throws SQLException {
        return collections(url).stream()
                .filter(name -> !name.startsWith("system."))
                .toList();
    }

    private static List<String> collections(DatabaseUrl url) throws SQLException {
        return in(url, database -> database.listCollectionNames().into(new ArrayList<>()));
    }

    /** An empty database is none here, and needs none to be used. */
    @Override
    public void clear(DatabaseUrl url) throws SQLException {
        run(url, MongoDatabase::drop);
    }

    private static void run(DatabaseUrl url, Consumer<MongoDatabase> work) throws SQLException {
        try (MongoClient client = Engine.connect(url)) {
            MongoFailure.run(() -> work.accept(client.getDatabase(url.database())));
        }
    }

    private static <T> T in(DatabaseUrl url, Function<MongoDatabase, T> work) throws SQLException {
        try (MongoClient client = Engine.connect(url)) {
            return MongoFailure.call(() -> work.apply(client.getDatabase(url.database())));
        }
    }
}
