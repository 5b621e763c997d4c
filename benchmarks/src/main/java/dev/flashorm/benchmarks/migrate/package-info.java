/** How long migrations take, and how long they keep an application waiting. */
@NullMarked
package dev.flashorm.benchmarks.migrate;

import org.jspecify.annotations.NullMarked;
