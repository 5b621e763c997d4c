package dev.flashorm.benchmarks.migrate;

import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Arguments: the folder for the results, the launcher of the CLI, and how many rows the writer's table has. */
public final class MigrateBenchmark {
    private MigrateBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Path.of(arguments[0]);
        int rows = Integer.parseInt(arguments[2]);
        Figures figures = new Figures();
        for (DatabaseName name : new DatabaseName[] {DatabaseName.SQLITE, DatabaseName.POSTGRESQL}) {
            StatusTime.measure(name, Path.of(arguments[1]), figures);
        }
        for (DatabaseName name : new DatabaseName[] {DatabaseName.SQLITE, DatabaseName.POSTGRESQL}) {
            BigFile.measure(name, figures);
        }
        for (DatabaseName name : new DatabaseName[] {DatabaseName.POSTGRESQL, DatabaseName.MYSQL}) {
            WriterStall.measure(name, rows, figures);
        }
        figures.write(folder, "benchmarks/migrate " + rows);
    }
}
