package dev.flashorm.migrate.engine.mysql;

import com.mysql.cj.jdbc.Driver;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** MySQL, and MariaDB as its variant. */
public final class Engine implements JdbcEngine {
    static final Lexicon LEXICON = Lexicon.of(
            RoutineBody::new,
            Feature.HASH_COMMENTS,
            Feature.DASH_COMMENTS_NEED_BLANK,
            Feature.EXECUTABLE_COMMENTS,
            Feature.BACKSLASH_ESCAPES,
            Feature.BACKTICKS,
            Feature.DELIMITER_COMMAND);

    /** What Prisma's own connector reads, and the driver must not see. */
    private static final Set<String> FOREIGN = Set.of(
            "user",
            "password",
            "connection_limit",
            "connect_timeout",
            "pool_timeout",
            "socket_timeout",
            "statement_cache_size",
            "sslaccept",
            "sslcert",
            "sslidentity",
            "sslpassword",
            "socket");

    @Override
    public String provider() {
        return "mysql";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("mysql", "mariadb");
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
        properties.put("user", parts.user());
        properties.put("password", parts.password());
        properties.put("connectTimeout", parameters.getOrDefault("connect_timeout", "10") + "000");
        properties.putIfAbsent("tcpKeepAlive", "true");
        // A server with caching_sha2_password and no TLS hands its key to the client; every other client asks for it.
        properties.putIfAbsent("allowPublicKeyRetrieval", "true");
        if ("strict".equals(parameters.get("sslaccept"))) {
            properties.put("sslMode", "VERIFY_IDENTITY");
        }
        // A statement goes out as it is written.
        properties.put("allowMultiQueries", "false");
        String address = parts.addressWithPort(3306);
        return new DatabaseUrl(
                "mysql",
                "jdbc:mysql://" + address + "/"
                        + URLEncoder.encode(parts.path(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                properties,
                address + "/" + parts.path(),
                parts.path(),
                Optional.empty());
    }

    @Override
    public Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(url.properties());
        Connection connection = new Driver().connect(url.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the address " + url.place(), "08001");
        }
        return connection;
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

    @Override
    public JdbcSession session(DatabaseUrl url, Connection connection, String owner) {
        return new Session(url, connection, owner);
    }

    @Override
    public ScratchMaker scratch() {
        return new Scratch(this);
    }

    static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
