package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.history.HistoryEntry;
import dev.flashorm.migrate.history.HistoryEntry.Direction;
import dev.flashorm.schema.diagnostic.FailureException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Prisma has recorded as applied, in `_prisma_migrations`: adopted when Flash has no history of its own yet. */
final class PrismaHistory {
    private static final String TABLE = "_prisma_migrations";

    private final Connection connection;
    private final JdbcSession session;

    PrismaHistory(JdbcSession session) {
        connection = session.connection();
        this.session = session;
    }

    /**
     * Nothing, where the table isn't there. Prisma's checksum is SHA-256 of the file, as ours is.
     *
     * @param settled a migration that is left out when it is half-way, since somebody is about to say how far it came
     * @throws FailureException F5424, when Prisma has left another migration half-way
     */
    List<HistoryEntry> read(Optional<String> settled) throws SQLException {
        if (!session.tableExists(TABLE)) {
            return List.of();
        }
        List<HistoryEntry> entries = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT migration_name, checksum, started_at, finished_at,"
                        + " applied_steps_count, logs FROM " + session.table(TABLE)
                        + " WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name")) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (rows.getString(4) == null) {
                    if (settled.isPresent() && settled.get().equals(name)) {
                        continue;
                    }
                    throw halfWay(name, rows.getString(6));
                }
                entries.add(new HistoryEntry(
                        name,
                        name,
                        rows.getString(2),
                        "",
                        Optional.empty(),
                        Direction.UP,
                        time(rows.getString(3)),
                        Optional.of(time(rows.getString(4))),
                        rows.getInt(5),
                        rows.getInt(5),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "Prisma",
                        "Prisma"));
            }
        }
        return entries;
    }

    /** On SQLite Prisma writes milliseconds since 1970. */
    private static String time(String text) {
        boolean milliseconds =
                !text.isEmpty() && text.length() < 16 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return milliseconds ? Instant.ofEpochMilli(Long.parseLong(text)).toString() : text;
    }

    private static FailureException halfWay(String name, @Nullable String logs) {
        FailureException.Builder failure =
                FailureException.failed("F5424", "Prisma has left the migration `" + name + "` half-way");
        if (logs != null && !logs.isBlank()) {
            failure.note(
                    "Prisma's log begins: " + logs.strip().lines().findFirst().orElse(""));
        }
        return failure.help("look at what is there of it, complete it or take it back by hand, then say which")
                .help("if the database has all of it: flash migrate resolve --applied " + name)
                .next("flash migrate resolve --rolled-back " + name)
                .build();
    }
}
