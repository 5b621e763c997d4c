package dev.flashorm.runtime.mysql;

import dev.flashorm.runtime.connection.StreamControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Row by row from the network; until the last the connection takes no other statement (Connector/J Developer Guide,
 * "JDBC API Implementation Notes"); one that it takes all the same is never answered.
 */
final class MysqlStreams implements StreamControl {
    @Override
    public void begin(Connection connection) {}

    @Override
    public void prepare(PreparedStatement statement, int rows) throws SQLException {
        boolean isMysqlDriver =
                statement.getConnection().getMetaData().getDriverName().startsWith("MySQL");
        statement.setFetchSize(isMysqlDriver ? Integer.MIN_VALUE : rows);
    }

    @Override
    public void end(Connection connection) {}

    @Override
    public boolean isExclusive() {
        return true;
    }
}
