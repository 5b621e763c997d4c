/** Hibernate and its entities. */
@NullMarked
package dev.flashorm.benchmarks.contestant.hibernate;

import org.jspecify.annotations.NullMarked;
