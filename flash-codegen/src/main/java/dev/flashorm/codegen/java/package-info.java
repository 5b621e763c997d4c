/** Prints the client IR as Java: one emitter for each kind of file. */
@NullMarked
package dev.flashorm.codegen.java;

import org.jspecify.annotations.NullMarked;
