package dev.flashorm.testing;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Names at the end of a module's tests the databases they ran on and those that were skipped. */
public final class DatabaseSummary implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Set<String> found = TestDatabases.found();
        Set<DatabaseName> skipped = TestDatabases.skipped();
        if (!found.isEmpty()) {
            System.out.println("Databases tested: " + String.join(", ", found));
        }
        if (!skipped.isEmpty()) {
            System.out.println("Databases SKIPPED: "
                    + skipped.stream().map(TestDatabases::missing).collect(Collectors.joining("; ")));
        }
    }
}
