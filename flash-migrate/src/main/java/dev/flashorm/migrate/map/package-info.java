/**
 * The linked schema, turned into what a database of its provider would hold.
 */
@NullMarked
package dev.flashorm.migrate.map;

import org.jspecify.annotations.NullMarked;
