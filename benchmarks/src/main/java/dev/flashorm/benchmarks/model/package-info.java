/** The rows that every contestant but Flash and Hibernate gives. */
@NullMarked
package dev.flashorm.benchmarks.model;

import org.jspecify.annotations.NullMarked;
