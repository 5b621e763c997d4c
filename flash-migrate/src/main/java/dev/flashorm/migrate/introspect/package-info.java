/**
 * The catalog of a running database, read in bulk.
 */
@NullMarked
package dev.flashorm.migrate.introspect;

import org.jspecify.annotations.NullMarked;
