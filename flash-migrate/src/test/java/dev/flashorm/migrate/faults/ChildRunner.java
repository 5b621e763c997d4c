package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutionListener;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.Interruption;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.schema.diagnostic.FailureException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs `up` in a process of its own, which can be killed; prints `step k TIME` when a statement begins. */
final class ChildRunner {
    private ChildRunner() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        ExecutionListener listener = new ExecutionListener() {
            @Override
            public void step(Migration migration, int step, int total, Statement statement) {
                System.out.println("step " + step + " " + System.currentTimeMillis());
            }

            @Override
            public void notice(String text) {}
        };
        try (Interruption interruption = Interruption.watch(text -> System.out.println("stopping"))) {
            int runs = new MigrationExecutor(
                            DatabaseUrl.parse(arguments[0], folder),
                            MigrationFolder.open(folder, "migrations"),
                            ExecutorOptions.defaults("child")
                                    .withLockWait(Duration.ofSeconds(60))
                                    .withStop(interruption::isAsked)
                                    .withListener(listener))
                    .up()
                    .runs()
                    .size();
            System.out.println("done " + runs + " " + System.currentTimeMillis());
        } catch (FailureException e) {
            Complaint.of(e).print(System.out);
            System.exit(1);
        }
    }
}
