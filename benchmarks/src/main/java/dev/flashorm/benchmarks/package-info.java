/** Flash beside hand-written JDBC and its peers. */
@NullMarked
package dev.flashorm.benchmarks;

import org.jspecify.annotations.NullMarked;
