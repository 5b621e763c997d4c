package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.migrate.history.HistoryEntry.Intent;
import dev.flashorm.migrate.history.HistoryStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history as a table. */
final class JdbcHistory implements HistoryStore {
    private static final String COLUMNS = "id, name, checksum, sql_checksum, state_hash, direction, started_at,"
            + " finished_at, steps_done, steps_total, done_checksum, intent_step, intent_checksum, intent_before, error,"
            + " executed_by, tool_version";

    private final Connection connection;
    private final JdbcSession session;

    JdbcHistory(JdbcSession session) {
        connection = session.connection();
        this.session = session;
    }

    @Override
    public boolean exists() throws SQLException {
        return session.tableExists(TABLE);
    }

    @Override
    public List<HistoryEntry> read() throws SQLException {
        if (!session.tableExists(TABLE)) {
            return List.of();
        }
        List<HistoryEntry> entries = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                        "SELECT " + COLUMNS + " FROM " + session.table(TABLE) + " ORDER BY started_at, id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    @Override
    public Optional<HistoryEntry> find(String id) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM " + session.table(TABLE) + " WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        }
    }

    /** Times are text, so that they read the same on every database. */
    @Override
    public void create() throws SQLException {
        if (session.tableExists(TABLE)) {
            return;
        }
        session.execute("CREATE TABLE IF NOT EXISTS " + session.table(TABLE) + " ("
                + "id VARCHAR(255) NOT NULL PRIMARY KEY, "
                + "name VARCHAR(255) NOT NULL, "
                + "checksum VARCHAR(64) NOT NULL, "
                + "sql_checksum VARCHAR(64) NOT NULL, "
                + "state_hash VARCHAR(64), "
                + "direction VARCHAR(4) NOT NULL, "
                + "started_at VARCHAR(40) NOT NULL, "
                + "finished_at VARCHAR(40), "
                + "steps_done INTEGER NOT NULL, "
                + "steps_total INTEGER NOT NULL, "
                + "done_checksum VARCHAR(64) NOT NULL, "
                + "intent_step INTEGER, "
                + "intent_checksum VARCHAR(64), "
                + "intent_before " + session.longText() + ", "
                + "error TEXT, "
                + "executed_by VARCHAR(255) NOT NULL, "
                + "tool_version VARCHAR(40) NOT NULL)" + session.tableOptions());
    }

    @Override
    public void save(HistoryEntry entry) throws SQLException {
        if (write(
                        "UPDATE " + session.table(TABLE) + " SET " + COLUMNS.replace(",", " = ?,")
                                + " = ? WHERE id = ?",
                        entry)
                == 0) {
            write(
                    "INSERT INTO " + session.table(TABLE) + " (" + COLUMNS
                            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    entry);
        }
    }

    private int write(String sql, HistoryEntry entry) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            @Nullable
            Object[] values = {
                entry.id(),
                shortened(entry.name(), 255),
                entry.checksum(),
                entry.sqlChecksum(),
                entry.stateHash().orElse(null),
                entry.direction() == Direction.UP ? "up" : "down",
                entry.startedAt(),
                entry.finishedAt().orElse(null),
                entry.stepsDone(),
                entry.stepsTotal(),
                entry.doneChecksum(),
                entry.intent().map(Intent::step).orElse(null),
                entry.intent().map(Intent::checksum).orElse(null),
                entry.intent().map(Intent::before).orElse(null),
                entry.error().map(error -> shortened(error, 4000)).orElse(null),
                shortened(entry.executedBy(), 255),
                shortened(entry.toolVersion(), 40)
            };
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Integer number) {
                    statement.setInt(i + 1, number);
                } else if (values[i] instanceof String text) {
                    statement.setString(i + 1, text);
                } else {
                    statement.setNull(i + 1, i == 11 ? Types.INTEGER : Types.VARCHAR);
                }
            }
            if (sql.startsWith("UPDATE")) {
                statement.setString(values.length + 1, entry.id());
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void delete(String id) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM " + session.table(TABLE) + " WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    @Override
    public void clear() throws SQLException {
        session.execute("DELETE FROM " + session.table(TABLE));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static HistoryEntry entry(ResultSet rows) throws SQLException {
        int intentStep = rows.getInt(12);
        return new HistoryEntry(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                Optional.ofNullable(rows.getString(5)),
                "down".equals(rows.getString(6)) ? Direction.DOWN : Direction.UP,
                rows.getString(7),
                Optional.ofNullable(rows.getString(8)),
                rows.getInt(9),
                rows.getInt(10),
                rows.getString(11),
                intentStep == 0
                        ? Optional.empty()
                        : Optional.of(new Intent(intentStep, text(rows, 13), text(rows, 14))),
                Optional.ofNullable(rows.getString(15)),
                rows.getString(16),
                rows.getString(17));
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }
}
