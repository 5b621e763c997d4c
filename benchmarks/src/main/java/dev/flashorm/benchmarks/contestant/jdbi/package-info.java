/** Jdbi: positional parameters, row mappers by hand (its documentation calls them the fastest), batches for many rows. */
@NullMarked
package dev.flashorm.benchmarks.contestant.jdbi;

import org.jspecify.annotations.NullMarked;
