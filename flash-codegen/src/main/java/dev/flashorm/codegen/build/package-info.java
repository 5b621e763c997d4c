/** Makes the client IR of a linked schema. */
@NullMarked
package dev.flashorm.codegen.build;

import org.jspecify.annotations.NullMarked;
