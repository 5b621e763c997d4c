/** Statements written by hand, and what the catalogs of real servers make of them. */
@NullMarked
package dev.flashorm.migrate.introspect;

import org.jspecify.annotations.NullMarked;
