@NullMarked
package dev.flashorm.codegen.python;

import org.jspecify.annotations.NullMarked;
