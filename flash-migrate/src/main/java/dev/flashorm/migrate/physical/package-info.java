/**
 * What a database holds, as plain data: the same records whether they come from a schema file or from a catalog. Text is in the spelling that the dialect writes, so that two descriptions of the same thing are equal.
 */
@NullMarked
package dev.flashorm.migrate.physical;

import org.jspecify.annotations.NullMarked;
