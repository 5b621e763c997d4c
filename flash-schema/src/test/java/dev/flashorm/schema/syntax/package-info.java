@NullMarked
package dev.flashorm.schema.syntax;

import org.jspecify.annotations.NullMarked;
