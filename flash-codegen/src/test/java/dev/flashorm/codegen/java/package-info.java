@NullMarked
package dev.flashorm.codegen.java;

import org.jspecify.annotations.NullMarked;
