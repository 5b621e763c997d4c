package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.UrlParts;
import dev.flashorm.migrate.engine.CreatedObject;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.EngineSession;
import dev.flashorm.migrate.engine.ScratchMaker;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.BodyWatcher;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.Lexicon.Feature;
import dev.flashorm.migrate.sql.SqlFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** MongoDB. */
public final class Engine implements DatabaseEngine {
    /** Calls of mongosh, as far as they are cut into statements: JavaScript's comments, strings of JSON. */
    static final Lexicon LEXICON =
            Lexicon.of(BodyWatcher::none, Feature.SLASH_COMMENTS, Feature.BACKSLASH_ESCAPES, Feature.PARENTHESES_HOLD);

    private static final int TIMEOUT_SECONDS = 10;

    @Override
    public String provider() {
        return "mongodb";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mongodb", "mongodb+srv");
    }

    @Override
    public DatabaseUrl url(UrlParts parts, Path base) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("user", parts.user());
        properties.put("password", parts.password());
        properties.put("authSource", parts.parameters().getOrDefault("authSource", "admin"));
        StringBuilder options = new StringBuilder();
        parts.parameters().forEach((name, value) -> {
            if (!name.equals("authSource")) {
                options.append(options.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        String place = (parts.address().isEmpty() ? "localhost" : parts.address()) + "/" + parts.path();
        return new DatabaseUrl(
                "mongodb", parts.scheme() + "://" + place + options, properties, place, parts.path(), Optional.empty());
    }

    /** Another database of the same server; the options stand behind its name. */
    static DatabaseUrl beside(DatabaseUrl url, String database) {
        String address = url.jdbcUrl();
        int path = address.indexOf('/', address.indexOf("://") + 3) + 1;
        int options = address.indexOf('?');
        return new DatabaseUrl(
                url.provider(),
                address.substring(0, path) + database + (options < 0 ? "" : address.substring(options)),
                url.properties(),
                url.place().substring(0, url.place().indexOf('/') + 1) + database,
                database,
                Optional.empty());
    }

    @Override
    public EngineSession open(DatabaseUrl url, String owner) throws SQLException {
        if (url.database().isEmpty()) {
            throw new SQLException("the address names no database: write mongodb://host:27017/database", "08001");
        }
        MongoClient client = connect(url);
        MongoDatabase database = client.getDatabase(url.database());
        try {
            database.runCommand(new Document("ping", 1));
            return new Session(client, database, owner);
        } catch (MongoException e) {
            client.close();
            throw new MongoFailure(e);
        }
    }

    static MongoClient connect(DatabaseUrl url) {
        return MongoClients.create(settings(url));
    }

    private static MongoClientSettings settings(DatabaseUrl url) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url.jdbcUrl()))
                .applicationName("flash migrate")
                // A step whose answer was lost is looked into, never sent again blindly.
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        if (!url.user().isEmpty()) {
            settings.credential(MongoCredential.createCredential(
                    url.user(),
                    url.properties().getOrDefault("authSource", "admin"),
                    url.properties().getOrDefault("password", "").toCharArray()));
        }
        return settings.build();
    }

    @Override
    public ServerError error(SQLException thrown) {
        return ServerErrors.of(thrown);
    }

    @Override
    public Lexicon lexicon() {
        return LEXICON;
    }

    @Override
    public List<StepKind> steps(SqlFile file) {
        return StepClassifier.classify(file.statements());
    }

    /** Those of a statement that is no command are nobody's: it runs nowhere. */
    @Override
    public List<CreatedObject> creations(SqlFile file) {
        return file.statements().stream()
                .flatMap(statement -> MongoCommand.parse(statement.text()).stream())
                .flatMap(command -> command.creation().stream())
                .toList();
    }

    @Override
    public ScratchMaker scratch() {
        return new Scratch();
    }
}
