package dev.flashorm.runtime.mysql;

import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.DataSourceConnections;
import dev.flashorm.runtime.connection.DatabaseProvider;
import dev.flashorm.runtime.connection.PooledConnections;
import dev.flashorm.runtime.connection.StreamControl;
import dev.flashorm.runtime.connection.TransactionControl;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB, both by MySQL's driver; {@code jdbc:mariadb:} by MariaDB's, if the application has it. */
public final class MysqlProvider implements DatabaseProvider {
    /** Two bytes of the protocol count the parameters of a prepared statement. */
    private static final int MAX_PARAMETERS = 65_535;

    @Override
    public boolean accepts(String url) {
        return url.startsWith("mysql:")
                || url.startsWith("mariadb:")
                || url.startsWith("jdbc:mysql:")
                || url.startsWith("jdbc:mariadb:");
    }

    @Override
    public ConnectionSource open(String url) {
        return PooledConnections.open(MysqlConnection.settings(url), errors(ModelNames.NONE));
    }

    @Override
    public ConnectionSource over(DataSource dataSource) {
        return new DataSourceConnections(dataSource);
    }

    @Override
    public @Nullable DatabaseServer recognise(DatabaseMetaData metadata) throws SQLException {
        String product = metadata.getDatabaseProductName();
        String version = metadata.getDatabaseProductVersion();
        // MySQL's driver calls both MySQL, MariaDB's calls both by their names.
        if (version.contains("MariaDB") || product.equals("MariaDB")) {
            return mariadb(version);
        }
        if (!product.equals("MySQL")) {
            return null;
        }
        int[] numbers = ServerVersion.firstTwo(version);
        return new DatabaseServer(
                DatabaseKind.MYSQL, version, numbers[0], numbers[1], false, false, false, MAX_PARAMETERS);
    }

    /** INSERT … RETURNING came with 10.5, DELETE … RETURNING long before; UPDATE … RETURNING with 13.0. */
    private static DatabaseServer mariadb(String version) {
        int[] numbers = ServerVersion.firstTwo(version);
        int major = numbers[0];
        int minor = numbers[1];
        boolean insertReturning = major > 10 || (major == 10 && minor >= 5);
        return new DatabaseServer(
                DatabaseKind.MARIADB, version, major, minor, insertReturning, major >= 13, true, MAX_PARAMETERS);
    }

    @Override
    public TransactionControl transactions() {
        return new MysqlTransactions();
    }

    @Override
    public StreamControl streams() {
        return new MysqlStreams();
    }

    @Override
    public ErrorTranslator errors(ModelNames names) {
        return new MysqlErrors(names);
    }
}
