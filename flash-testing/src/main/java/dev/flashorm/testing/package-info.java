/**
 * Real database servers for tests, found in this order: `FLASH_TEST_<NAME>_URL`, embedded from Maven Central, Docker.
 * One server per test run of a module; a fresh, empty database per {@link dev.flashorm.testing.TestServer#create()}.
 */
@NullMarked
package dev.flashorm.testing;

import org.jspecify.annotations.NullMarked;
