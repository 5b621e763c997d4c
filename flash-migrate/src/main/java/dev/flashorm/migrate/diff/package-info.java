/**
 * Compares two descriptions of a database and names what differs.
 */
@NullMarked
package dev.flashorm.migrate.diff;

import org.jspecify.annotations.NullMarked;
