package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.DatabaseServer;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One kind of database; found by {@link java.util.ServiceLoader}. */
public interface DatabaseProvider {
    /** Whether the URL is one of this database: its own scheme, or that of its JDBC driver. */
    boolean accepts(String url);

    /**
     * Opens a pool, with the settings that serve this database best wherever the URL says nothing else, and connects once.
     *
     * @throws dev.flashorm.runtime.FlashException if the URL is wrong, the driver is missing or the server cannot be reached
     */
    ConnectionSource open(String url);

    /** Lends the connections of a data source that belongs to the application. */
    ConnectionSource over(DataSource dataSource);

    /** Null if the metadata is not that of this kind of database. */
    @Nullable
    DatabaseServer recognise(DatabaseMetaData metadata) throws SQLException;

    TransactionControl transactions();

    StreamControl streams();

    default CopyControl copies() {
        return CopyControl.NONE;
    }

    ErrorTranslator errors(ModelNames names);
}
