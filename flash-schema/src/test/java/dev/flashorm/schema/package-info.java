@NullMarked
package dev.flashorm.schema;

import org.jspecify.annotations.NullMarked;
