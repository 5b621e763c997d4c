package dev.flashorm.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/** MySQL and MariaDB from wherever they can be had; only MariaDB comes embedded. */
final class MysqlServer {
    private MysqlServer() {}

    static TestServer at(DatabaseName name, String url) {
        return server(name, "environment", ServerAddress.parse(url, 3306));
    }

    /** Empty where no binaries exist for this machine. */
    static Optional<TestServer> embeddedMariadb() {
        try {
            // Tests need no durability.
            OwnServer mariadb = OwnMysql.mariadb(
                    "embedded", List.of("--innodb-flush-log-at-trx-commit=0", "--max-connections=300"));
            stopAtExit(mariadb);
            return Optional.of(mariadb.server());
        } catch (IOException | RuntimeException e) {
            Unavailable.report(DatabaseName.MARIADB, "embedded", e);
            return Optional.empty();
        }
    }

    static TestServer dockerMariadb() {
        MariaDBContainer container =
                new MariaDBContainer("mariadb:11").withUsername("root").withPassword("flash");
        container.start();
        return server(
                DatabaseName.MARIADB,
                "docker",
                new ServerAddress(container.getHost(), container.getMappedPort(3306), "root", "flash", ""));
    }

    static TestServer dockerMysql() {
        MySQLContainer container =
                new MySQLContainer("mysql:8.4").withUsername("root").withPassword("flash");
        container.start();
        return server(
                DatabaseName.MYSQL,
                "docker",
                new ServerAddress(container.getHost(), container.getMappedPort(3306), "root", "flash", ""));
    }

    private static void stopAtExit(OwnServer mariadb) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                mariadb.close();
            } catch (IOException e) {
                Unavailable.report(DatabaseName.MARIADB, "stopping", e);
            }
        }));
    }

    static TestServer server(DatabaseName name, String origin, ServerAddress address) {
        return new NetworkServer(name, origin, address, "mysql", "mysql", "DROP DATABASE IF EXISTS %s");
    }
}
