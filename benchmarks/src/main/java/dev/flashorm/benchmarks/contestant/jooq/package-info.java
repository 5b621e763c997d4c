/** jOOQ: the DSL with typed fields, results by constructor references, to-many by MULTISET. */
@NullMarked
package dev.flashorm.benchmarks.contestant.jooq;

import org.jspecify.annotations.NullMarked;
