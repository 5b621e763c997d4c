/** Prints the client IR as TypeScript, and adds the support files that it calls. */
@NullMarked
package dev.flashorm.codegen.typescript;

import org.jspecify.annotations.NullMarked;
