package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutionListener;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.sql.Statement;
import java.nio.file.Path;

/** Runs `up` in a process of its own, which can be killed; prints `step k` when a statement begins. */
final class ChildRunner {
    private ChildRunner() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        new MigrationExecutor(
                        DatabaseUrl.parse(arguments[0], folder),
                        MigrationFolder.open(folder, "migrations"),
                        ExecutorOptions.defaults("child").withListener(new ExecutionListener() {
                            @Override
                            public void step(Migration migration, int step, int total, Statement statement) {
                                System.out.println("step " + step);
                            }

                            @Override
                            public void notice(String text) {}
                        }))
                .up();
        System.out.println("done");
    }
}
