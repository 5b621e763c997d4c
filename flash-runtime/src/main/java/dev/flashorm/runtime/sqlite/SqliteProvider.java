package dev.flashorm.runtime.sqlite;

import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.DataSourceConnections;
import dev.flashorm.runtime.connection.DatabaseProvider;
import dev.flashorm.runtime.connection.PoolLimits;
import dev.flashorm.runtime.connection.PoolSettings;
import dev.flashorm.runtime.connection.PooledConnections;
import dev.flashorm.runtime.connection.StreamControl;
import dev.flashorm.runtime.connection.TransactionControl;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQLite by the driver of Xerial: a file, or memory for as long as the {@code FlashDatabase} is open. */
public final class SqliteProvider implements DatabaseProvider {
    /** {@code SQLITE_MAX_VARIABLE_NUMBER} of "Limits In SQLite". */
    private static final int MAX_PARAMETERS = 32_766;

    @Override
    public boolean accepts(String url) {
        return url.startsWith("sqlite:") || url.startsWith("file:") || url.startsWith("jdbc:sqlite:");
    }

    @Override
    public ConnectionSource open(String url) {
        PoolSettings settings = SqliteConnection.settings(url);
        return new SingleWriter(
                PooledConnections.open(settings, errors(ModelNames.NONE)),
                settings.limits().timeout());
    }

    @Override
    public ConnectionSource over(DataSource dataSource) {
        return new SingleWriter(new DataSourceConnections(dataSource), PoolLimits.DEFAULT.timeout());
    }

    @Override
    public @Nullable DatabaseServer recognise(DatabaseMetaData metadata) throws SQLException {
        if (!metadata.getDatabaseProductName().equals("SQLite")) {
            return null;
        }
        int major = metadata.getDatabaseMajorVersion();
        int minor = metadata.getDatabaseMinorVersion();
        boolean returning = major > 3 || (major == 3 && minor >= 35);
        return new DatabaseServer(
                DatabaseKind.SQLITE,
                metadata.getDatabaseProductVersion(),
                major,
                minor,
                returning,
                returning,
                returning,
                MAX_PARAMETERS);
    }

    @Override
    public TransactionControl transactions() {
        return new SqliteTransactions();
    }

    @Override
    public StreamControl streams() {
        return new SqliteStreams();
    }

    @Override
    public ErrorTranslator errors(ModelNames names) {
        return new SqliteErrors(names);
    }
}
