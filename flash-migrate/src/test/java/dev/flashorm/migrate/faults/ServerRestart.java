package dev.flashorm.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.execute.ExecutionListener;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.OwnServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The server crashes, or is stopped, while statement N runs, and comes back: a server of this test's own. */
final class ServerRestart implements Fault {
    @Override
    public String name() {
        return "server restarted in statement N";
    }

    @Override
    public boolean fits(DatabaseName database) {
        return database != DatabaseName.SQLITE;
    }

    @Override
    public void inject(Lab lab) throws Exception {
        if (!lab.isThorough()) {
            return;
        }
        try (OwnServer own = OwnServer.start(lab.server().name()).orElse(null)) {
            if (own == null) {
                return;
            }
            Lab ownLab = lab.on(own.server());
            for (Course course : ownLab.courses()) {
                for (int step = 1; step <= course.size(); step++) {
                    restart(ownLab, own, course, step, step % 2 == 0);
                    if (step == course.size() || step == 3) {
                        restart(ownLab, own, course, step, step % 2 != 0);
                    }
                }
            }
        }
    }

    private void restart(Lab lab, OwnServer own, Course course, int step, boolean crash) throws Exception {
        Course slow = course.slowAround(step);
        try (Attack attack = lab.attack(slow)) {
            CompletableFuture<Boolean> back = new CompletableFuture<>();
            AtomicBoolean begun = new AtomicBoolean();
            ExecutorOptions options = ExecutorOptions.defaults("test").withListener(new ExecutionListener() {
                @Override
                public void step(Migration migration, int number, int total, Statement statement) {
                    if (number == step + 1 && !begun.getAndSet(true)) {
                        back.completeAsync(() -> cycle(own, crash));
                    }
                }

                @Override
                public void notice(String text) {}
            });
            Optional<Complaint> complaint = attack.run(options);
            assertThat(back.get(3, TimeUnit.MINUTES)).isTrue();
            lab.judge(this)
                    .judge(
                            attack,
                            (crash ? "crash" : "stop") + " in statement " + step,
                            complaint,
                            said -> said.tellsOfLoss(slow),
                            () -> {});
        }
    }

    private static boolean cycle(OwnServer own, boolean crash) {
        try {
            if (crash) {
                own.crash();
            } else {
                own.stop();
            }
            own.restart();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
