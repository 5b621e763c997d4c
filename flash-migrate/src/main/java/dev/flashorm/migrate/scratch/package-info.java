/** Databases in which migrations are tried out before anybody else sees them. */
@NullMarked
package dev.flashorm.migrate.scratch;

import org.jspecify.annotations.NullMarked;
