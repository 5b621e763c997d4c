@NullMarked
package dev.flashorm.testing;

import org.jspecify.annotations.NullMarked;
