/** What is written without a second thought: a pool, the driver's defaults, a statement for each row and each parent. */
@NullMarked
package dev.flashorm.benchmarks.contestant.naive;

import org.jspecify.annotations.NullMarked;
