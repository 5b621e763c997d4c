@NullMarked
package dev.flashorm.codegen.typescript;

import org.jspecify.annotations.NullMarked;
