/** MyBatis: one annotated method for each statement, records by their constructors. */
@NullMarked
package dev.flashorm.benchmarks.contestant.mybatis;

import org.jspecify.annotations.NullMarked;
