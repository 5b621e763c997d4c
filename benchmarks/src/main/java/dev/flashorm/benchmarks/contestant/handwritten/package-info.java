/** JDBC as an expert writes it, with the pool and the driver settings that Flash has: the measure for all others. */
@NullMarked
package dev.flashorm.benchmarks.contestant.handwritten;

import org.jspecify.annotations.NullMarked;
