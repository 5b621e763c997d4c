/** Puts generated files on disk. */
@NullMarked
package dev.flashorm.codegen.write;

import org.jspecify.annotations.NullMarked;
