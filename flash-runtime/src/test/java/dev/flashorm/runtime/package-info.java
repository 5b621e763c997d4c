@NullMarked
package dev.flashorm.runtime;

import org.jspecify.annotations.NullMarked;
