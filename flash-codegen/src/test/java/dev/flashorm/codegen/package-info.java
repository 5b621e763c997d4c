@NullMarked
package dev.flashorm.codegen;

import org.jspecify.annotations.NullMarked;
