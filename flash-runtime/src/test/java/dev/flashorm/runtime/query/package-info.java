@NullMarked
package dev.flashorm.runtime.query;

import org.jspecify.annotations.NullMarked;
