package dev.flashorm.migrate.introspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs queries on a catalog. */
public final class Catalog {
    private final Connection connection;

    public Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(CatalogRow row) throws SQLException;
    }

    /**
     * All rows of a query.
     *
     * @param parameters texts, numbers, or a list of texts as an array, which only PostgreSQL has
     */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                statement.setObject(
                        i + 1,
                        value instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : value);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                CatalogRow row = new CatalogRow(rows);
                while (rows.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }
}
