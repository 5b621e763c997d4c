package dev.flashorm.benchmarks.migrate;

import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A writer updates rows at a constant rate while a planned migration changes their table. Its stall is counted from when
 * an update was due, not from when it could be sent.
 */
final class WriterStall {
    private static final int UPDATES_PER_SECOND = 100;

    private static final String BASE = """
            enum Status {
              NEW
              OLD
            }

            model Owner {
              id Int @id
            }

            model Item {
              id     Int     @id
              code   Int
              name   String  @db.VarChar(80)
              label  String? @db.VarChar(80)
              qty    Int
              spare  Int?
              price  Int     @default(1)
              owner  Int
              status Status  @default(NEW)

              @@index([price])
            }
            """;

    private WriterStall() {}

    /** The sixteen kinds, each an edit of the schema. */
    private static Map<String, String> changes() {
        Map<String, String> edits = new LinkedHashMap<>();
        edits.put("add an optional column", after("price", "extra Int?"));
        edits.put("add a required column with a default", after("price", "extra Int @default(7)"));
        edits.put("add a column with the time", after("price", "at DateTime @default(now())"));
        edits.put("drop a column", BASE.replace("  spare  Int?\n", ""));
        edits.put("rename a column", BASE.replace("  spare  Int?", "  left Int? @renamedFrom(\"spare\")"));
        edits.put("widen a text", BASE.replace("name   String  @db.VarChar(80)", "name String @db.VarChar(200)"));
        edits.put("Int to BigInt", BASE.replace("code   Int", "code BigInt"));
        edits.put("optional to required", BASE.replace("label  String?", "label String"));
        edits.put("required to optional", BASE.replace("code   Int", "code Int?"));
        edits.put("set a default", BASE.replace("code   Int", "code Int @default(5)"));
        edits.put("drop a default", BASE.replace("price  Int     @default(1)", "price Int"));
        edits.put("add an index", after("@@index", "@@index([code])"));
        edits.put("add a unique index", after("@@index", "@@unique([code])"));
        edits.put("drop an index", BASE.replace("  @@index([price])\n", ""));
        edits.put(
                "add a foreign key",
                BASE.replace("  id Int @id\n", "  id Int @id\n  items Item[]\n")
                        .replace(
                                "  owner  Int\n",
                                "  owner Int\n  of Owner @relation(fields: [owner], references: [id])\n"));
        edits.put("add an enum value", BASE.replace("  OLD\n", "  OLD\n  GONE\n"));
        return edits;
    }

    private static String after(String line, String more) {
        int end = BASE.indexOf('\n', BASE.indexOf("  " + line));
        return BASE.substring(0, end) + "\n  " + more + BASE.substring(end);
    }

    static void measure(DatabaseName name, int rows, Figures figures)
            throws IOException, SQLException, InterruptedException {
        try (Folder folder = new Folder(name)) {
            MigrationPlanner planner = MigrationPlanner.of(name.provider());
            Schema base = schema(name, BASE);
            folder.write("base", planner.plan(null, base).upSql(), "");
            folder.executor().up();
            fill(folder, rows);
            for (Map.Entry<String, String> change : changes().entrySet()) {
                MigrationPlan plan = planner.plan(base, schema(name, change.getValue()));
                if (plan.isEmpty()) {
                    throw new IllegalStateException("not a change: " + change.getKey());
                }
                measure(folder, plan, change.getKey(), rows, figures);
            }
        }
    }

    private static void measure(Folder folder, MigrationPlan plan, String what, int rows, Figures figures)
            throws SQLException, InterruptedException {
        folder.write("change", plan.upSql(), plan.downSql());
        Writer writer = new Writer(folder, rows);
        Thread thread = new Thread(writer, "writer");
        thread.start();
        Thread.sleep(300);
        long start = System.nanoTime();
        folder.executor().up();
        double millis = (System.nanoTime() - start) / 1e6;
        Thread.sleep(200);
        writer.done.set(true);
        thread.join();
        String part = String.format("writer stall, %,d rows, %d updates a second", rows, UPDATES_PER_SECOND);
        String database = folder.database.name().id();
        figures.add(part, what + ": longest stall", database, writer.longest, "ms");
        figures.add(part, what + ": duration", database, millis, "ms");
        folder.executor().down(1);
        MigrationFolder open = MigrationFolder.open(folder.path);
        open.head().ifPresent(folder::remove);
    }

    private static Schema schema(DatabaseName name, String text) {
        String source = "datasource db {\n  provider = \"" + name.provider() + "\"\n  url = \"x\"\n}\n\n" + text;
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", source)))
                .schema();
    }

    private static void fill(Folder folder, int rows) throws SQLException {
        boolean postgresql = folder.database.name() == DatabaseName.POSTGRESQL;
        String quote = postgresql ? "\"" : "`";
        String item = quote + "Item" + quote;
        try (Connection connection = folder.database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + quote + "Owner" + quote + " VALUES (1)");
            statement.execute("INSERT INTO " + item
                    + " (id, code, name, label, qty, owner) VALUES (1, 1, 'item', 'label', 0, 1)");
            for (int have = 1; have < rows; have *= 2) {
                statement.execute("INSERT INTO " + item + " (id, code, name, label, qty, owner) SELECT id + " + have
                        + ", code + " + have + ", name, label, qty, owner FROM " + item + " WHERE id <= "
                        + Math.min(have, rows - have));
            }
            statement.execute((postgresql ? "ANALYZE " : "ANALYZE TABLE ") + item);
        }
    }

    /** The application. */
    private static final class Writer implements Runnable {
        private final Folder folder;
        private final int rows;
        final AtomicBoolean done = new AtomicBoolean();
        volatile double longest;

        Writer(Folder folder, int rows) {
            this.folder = folder;
            this.rows = rows;
        }

        @Override
        public void run() {
            String quote = folder.database.name() == DatabaseName.POSTGRESQL ? "\"" : "`";
            String sql = "UPDATE " + quote + "Item" + quote + " SET qty = qty + 1 WHERE id = ?";
            long period = 1_000_000_000L / UPDATES_PER_SECOND;
            long due = System.nanoTime();
            int number = 0;
            try (Connection connection = folder.database.connect();
                    PreparedStatement update = connection.prepareStatement(sql)) {
                while (!done.get()) {
                    update.setInt(1, 1 + (number++ * 7919) % rows);
                    update.executeUpdate();
                    longest = Math.max(longest, (System.nanoTime() - due) / 1e6);
                    due += period;
                    long ahead = due - System.nanoTime();
                    if (ahead > 0) {
                        Thread.sleep(ahead / 1_000_000, (int) (ahead % 1_000_000));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
