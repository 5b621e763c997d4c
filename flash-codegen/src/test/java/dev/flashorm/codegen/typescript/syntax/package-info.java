@NullMarked
package dev.flashorm.codegen.typescript.syntax;

import org.jspecify.annotations.NullMarked;
