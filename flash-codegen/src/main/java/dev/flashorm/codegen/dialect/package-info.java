/** The one place where the SQL of generated clients is written: a package for each provider, of the same shape. */
@NullMarked
package dev.flashorm.codegen.dialect;

import org.jspecify.annotations.NullMarked;
