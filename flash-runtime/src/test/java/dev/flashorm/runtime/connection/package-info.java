@NullMarked
package dev.flashorm.runtime.connection;

import org.jspecify.annotations.NullMarked;
