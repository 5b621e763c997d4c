package dev.flashorm.testing;

import java.util.Arrays;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/** What `FLASH_TEST_REQUIRE=postgresql,node` names must be there; anything else is skipped by name. */
final class Required {
    private Required() {}

    static boolean names(String id) {
        String names = System.getenv("FLASH_TEST_REQUIRE");
        return names != null
                && Arrays.stream(names.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::trim)
                        .anyMatch(id::equals);
    }

    /** Skips the test for this reason, or fails it if this is required. */
    static RuntimeException missing(String id, String reason) {
        return names(id)
                ? new IllegalStateException("FLASH_TEST_REQUIRE names " + id + ", but " + reason)
                : new TestAbortedException(reason);
    }
}
