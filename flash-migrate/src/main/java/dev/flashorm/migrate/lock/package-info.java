/** One runner at a time. */
@NullMarked
package dev.flashorm.migrate.lock;

import org.jspecify.annotations.NullMarked;
