/** Prints the Python client: sources from the IR, and the support files beside them. */
@NullMarked
package dev.flashorm.codegen.python;

import org.jspecify.annotations.NullMarked;
