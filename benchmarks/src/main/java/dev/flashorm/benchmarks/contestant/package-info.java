/** Who takes part. */
@NullMarked
package dev.flashorm.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
