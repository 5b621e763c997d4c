@NullMarked
package dev.flashorm.migrate.physical;

import org.jspecify.annotations.NullMarked;
