@NullMarked
package dev.flashorm.runtime.sqlite;

import org.jspecify.annotations.NullMarked;
