package dev.flashorm.testing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testcontainers.DockerClientFactory;

/**
 * The servers of this test run, each started when first asked for. What `FLASH_TEST_REQUIRE=postgresql,mysql` names
 * must be there; anything else is skipped by name when it cannot be had.
 */
public final class TestDatabases {
    private static final Map<DatabaseName, Optional<TestServer>> SERVERS = new EnumMap<>(DatabaseName.class);

    private TestDatabases() {}

    /** The server, or a skipped test that says which database is missing; a failed one when it is required. */
    public static TestServer get(DatabaseName name) {
        return find(name).orElseThrow(() -> Required.missing(name.id(), missing(name)));
    }

    /** A fresh database on the server; skips or fails as {@link #get} does. */
    public static TestDatabase create(DatabaseName name) {
        return get(name).create();
    }

    /** Every database with SQL that can be had, for parameterised tests; starts the servers. */
    public static List<TestServer> available() {
        return available(Arrays.stream(DatabaseName.values())
                .filter(DatabaseName::hasSql)
                .toArray(DatabaseName[]::new));
    }

    /** Those of the named ones that can be had. */
    public static List<TestServer> available(DatabaseName... names) {
        return Arrays.stream(names).flatMap(name -> find(name).stream()).toList();
    }

    /** What was asked for and found, `name (origin)`. */
    static synchronized Set<String> found() {
        return SERVERS.values().stream()
                .flatMap(Optional::stream)
                .map(server -> server.name().id() + " (" + server.origin() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was asked for and not found. */
    static synchronized Set<DatabaseName> skipped() {
        return SERVERS.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String missing(DatabaseName name) {
        return name.id() + " is not to be had: set " + name.variable() + " or run Docker";
    }

    private static synchronized Optional<TestServer> find(DatabaseName name) {
        Optional<TestServer> server = SERVERS.get(name);
        if (server == null) {
            server = start(name);
            SERVERS.put(name, server);
        }
        if (server.isEmpty() && Required.names(name.id())) {
            throw Required.missing(name.id(), missing(name));
        }
        return server;
    }

    private static Optional<TestServer> start(DatabaseName name) {
        String url = System.getenv(name.variable());
        if (url != null && !url.isBlank()) {
            return Optional.of(
                    switch (name) {
                        case POSTGRESQL -> PostgresqlServer.at(url);
                        case MARIADB, MYSQL -> MysqlServer.at(name, url);
                        case MONGODB -> MongodbServer.at(url);
                        case SQLITE -> new SqliteFolder();
                    });
        }
        return switch (name) {
            case SQLITE -> Optional.of(new SqliteFolder());
            case POSTGRESQL -> PostgresqlServer.embedded().or(() -> docker(name));
            case MARIADB -> MysqlServer.embeddedMariadb().or(() -> docker(name));
            case MYSQL -> docker(name);
            case MONGODB -> Optional.of(MongodbServer.embedded());
        };
    }

    private static Optional<TestServer> docker(DatabaseName name) {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (name) {
                        case POSTGRESQL -> PostgresqlServer.docker();
                        case MARIADB -> MysqlServer.dockerMariadb();
                        case MYSQL -> MysqlServer.dockerMysql();
                        case SQLITE, MONGODB -> throw new IllegalArgumentException(name.id() + " needs no container");
                    });
        } catch (RuntimeException e) {
            Unavailable.report(name, "docker", e);
            return Optional.empty();
        }
    }
}
