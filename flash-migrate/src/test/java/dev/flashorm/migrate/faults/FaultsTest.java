package dev.flashorm.migrate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Faults from outside, and which of the five promises hold under them. Short by default; `-Dflash.faults=long` tries
 * every moment and writes the table into the documentation, `-Dflash.faults=long:sqlite` for one database, `long:sqlite:FullDisk` for one
 * row.
 */
class FaultsTest {
    private static final String MODE = System.getProperty("flash.faults", "short");
    private static final List<String> WANTED = List.of(MODE.split(":", -1));
    private static final boolean LONG = WANTED.get(0).equals("long");
    private static final FaultTable TABLE = new FaultTable();

    private static final List<Fault> FAULTS = List.of(
            new KillByWindow(),
            new KillAtPacket(),
            new KillAtSystemCall(),
            new CutAtPacket(),
            new CutAtCommit(),
            new FailingStatement(),
            new LockedTable(),
            new HeldRunnerLock(),
            new ManyRunners(),
            new TouchedFolder(),
            new Drift(),
            new FullDisk(),
            new DeniedRight(),
            new ServerRestart(),
            new CtrlC());

    /** Databases side by side: most of the time is spent waiting for them. */
    @TestFactory
    Stream<DynamicTest> faults() {
        List<DynamicTest> tests = new ArrayList<>();
        for (TestServer server : TestDatabases.available()) {
            if (WANTED.size() > 1 && !WANTED.get(1).equals(server.name().id())) {
                continue;
            }
            ExecutorService one = Executors.newSingleThreadExecutor();
            Future<Lab> lab = one.submit(() -> new Lab(server, TABLE, LONG));
            for (Fault fault : FAULTS) {
                boolean wanted = WANTED.size() < 3
                        || WANTED.get(2).equals(fault.getClass().getSimpleName());
                if (wanted && fault.fits(server.name())) {
                    Future<List<String>> broken = one.submit(() -> attempt(lab.get(), fault));
                    tests.add(DynamicTest.dynamicTest(
                            server + ": " + fault.name(),
                            () -> assertThat(broken.get()).isEmpty()));
                }
            }
            one.shutdown();
        }
        return tests.stream();
    }

    /** What did not hold. */
    private static List<String> attempt(Lab lab, Fault fault) throws Exception {
        long start = System.nanoTime();
        try {
            fault.inject(lab);
        } catch (Exception | AssertionError e) {
            TABLE.broken(fault.name(), lab.server().name()).forEach(System.out::println);
            throw e;
        }
        System.out.printf(
                "faults %s: %s, %d ms%n", lab.server(), fault.name(), (System.nanoTime() - start) / 1_000_000);
        return TABLE.broken(fault.name(), lab.server().name());
    }

    @AfterAll
    static void publish() throws IOException {
        System.out.println(TABLE.markdown());
        if (LONG) {
            TABLE.publish(Path.of("..", "docs", "promises.md"), Path.of("..", "docs", "faults.json"));
        } else {
            TABLE.write(Path.of("target", "faults.json"));
        }
    }
}
