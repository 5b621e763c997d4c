@NullMarked
package dev.flashorm.migrate;

import org.jspecify.annotations.NullMarked;
