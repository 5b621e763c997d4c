package dev.flashorm.migrate.faults;

import dev.flashorm.testing.DatabaseName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** kill -9 at the Nth write, synchronisation or removal of a file, by strace: SQLite's commit from the inside. */
final class KillAtSystemCall implements Fault {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    @Override
    public String name() {
        return "kill -9 at system call N";
    }

    @Override
    public boolean fits(DatabaseName database) {
        return database == DatabaseName.SQLITE && Files.isExecutable(STRACE);
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (String call : List.of("pwrite64", "fsync", "unlink")) {
            int n = 1;
            while (killsAt(lab, call, n)) {
                n += lab.isThorough() ? 1 : 9;
            }
            if (n == 1) {
                throw new AssertionError("a run without " + call + ": nothing was killed");
            }
        }
    }

    /** False when the run has no such call any more. */
    private boolean killsAt(Lab lab, String call, int n) throws Exception {
        try (Attack attack = lab.attack(lab.first());
                Child child = new Child(
                        attack,
                        attack.scene.database.url(),
                        STRACE.toString(),
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=" + call,
                        "-e",
                        "inject=" + call + ":signal=SIGKILL:when=" + n)) {
            boolean done = child.end().stream().anyMatch(line -> line.startsWith("done"));
            lab.judge(this).judge(attack, call + " " + n, Optional.empty(), said -> true, () -> {});
            return !done;
        }
    }
}
