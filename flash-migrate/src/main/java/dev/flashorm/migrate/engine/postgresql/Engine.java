package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.UrlParts;
import dev.flashorm.migrate.engine.ScratchMaker;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.engine.jdbc.JdbcEngine;
import dev.flashorm.migrate.engine.jdbc.JdbcSession;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.Lexicon.Feature;
import dev.flashorm.migrate.sql.SqlFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** PostgreSQL. */
public final class Engine implements JdbcEngine {
    private static final Lexicon LEXICON = Lexicon.of(
            RoutineBody::new,
            Feature.NESTED_COMMENTS,
            Feature.DOLLAR_QUOTES,
            Feature.ESCAPE_STRINGS,
            Feature.PARENTHESES_HOLD);

    /** What Prisma's own connector reads, and the driver must not see. */
    private static final Set<String> FOREIGN = Set.of(
            "schema",
            "user",
            "password",
            "connection_limit",
            "connect_timeout",
            "pool_timeout",
            "socket_timeout",
            "pgbouncer",
            "statement_cache_size",
            "application_name",
            "sslaccept",
            "sslcert",
            "sslidentity",
            "channel_binding",
            "host");

    @Override
    public String provider() {
        return "postgresql";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("postgresql", "postgres");
    }

    @Override
    public DatabaseUrl url(UrlParts parts, Path base) {
        Map<String, String> parameters = parts.parameters();
        Map<String, String> properties = new TreeMap<>();
        parameters.forEach((key, value) -> {
            if (!FOREIGN.contains(key)) {
                properties.put(key, value);
            }
        });
        properties.put("user", parts.user().isEmpty() ? System.getProperty("user.name", "") : parts.user());
        properties.put("password", parts.password());
        properties.put("connectTimeout", parameters.getOrDefault("connect_timeout", "10"));
        properties.putIfAbsent("loginTimeout", "15");
        properties.putIfAbsent("tcpKeepAlive", "true");
        // The simple protocol, and no splitting by the driver: a statement goes out as it is written.
        properties.put("preferQueryMode", "extendedForPrepared");
        Optional.ofNullable(parameters.get("schema"))
                .ifPresent(schema -> properties.put("currentSchema", quote(schema)));
        Optional.ofNullable(parameters.get("channel_binding")).ifPresent(it -> properties.put("channelBinding", it));
        Optional.ofNullable(parameters.get("sslcert")).ifPresent(it -> properties.put("sslrootcert", it));
        Optional.ofNullable(parameters.get("sslidentity")).ifPresent(it -> properties.put("sslkey", it));
        if ("strict".equals(parameters.get("sslaccept"))) {
            properties.put("sslmode", "verify-full");
        }
        String database = parts.path().isEmpty() ? parts.user() : parts.path();
        String address = parts.addressWithPort(5432);
        return new DatabaseUrl(
                "postgresql",
                "jdbc:postgresql://" + address + "/"
                        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"),
                properties,
                address + "/" + database,
                database,
                Optional.ofNullable(parameters.get("schema")));
    }

    @Override
    public Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(url.properties());
        return DriverManager.getConnection(url.jdbcUrl(), properties);
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
        return new StepClassifier(file.statements(), LEXICON).classify();
    }

    @Override
    public JdbcSession session(DatabaseUrl url, Connection connection, String owner) {
        return new Session(url, connection, owner);
    }

    @Override
    public ScratchMaker scratch() {
        return new Scratch(this);
    }

    static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
