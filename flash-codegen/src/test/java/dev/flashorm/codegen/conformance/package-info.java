/** The client conformance suite: cases as data, replayed through generated Java on every database. */
@NullMarked
package dev.flashorm.codegen.conformance;

import org.jspecify.annotations.NullMarked;
