package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.connection.ConnectionSource;
import dev.flashorm.runtime.connection.CopyControl;
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

/** PostgreSQL by its own JDBC driver. */
public final class PostgresqlProvider implements DatabaseProvider {
    /** Two bytes of the protocol's Bind message count the parameters. */
    private static final int MAX_PARAMETERS = 65_535;

    @Override
    public boolean accepts(String url) {
        return url.startsWith("postgresql:") || url.startsWith("postgres:") || url.startsWith("jdbc:postgresql:");
    }

    @Override
    public ConnectionSource open(String url) {
        return PooledConnections.open(PostgresqlConnection.settings(url), errors(ModelNames.NONE));
    }

    @Override
    public ConnectionSource over(DataSource dataSource) {
        return new DataSourceConnections(dataSource);
    }

    @Override
    public @Nullable DatabaseServer recognise(DatabaseMetaData metadata) throws SQLException {
        if (!metadata.getDatabaseProductName().equals("PostgreSQL")) {
            return null;
        }
        return new DatabaseServer(
                DatabaseKind.POSTGRESQL,
                metadata.getDatabaseProductVersion(),
                metadata.getDatabaseMajorVersion(),
                metadata.getDatabaseMinorVersion(),
                true,
                true,
                true,
                MAX_PARAMETERS);
    }

    @Override
    public TransactionControl transactions() {
        return new PostgresqlTransactions();
    }

    @Override
    public StreamControl streams() {
        return new PostgresqlStreams();
    }

    @Override
    public CopyControl copies() {
        return new PostgresqlCopies();
    }

    @Override
    public ErrorTranslator errors(ModelNames names) {
        return new PostgresqlErrors(names);
    }
}
