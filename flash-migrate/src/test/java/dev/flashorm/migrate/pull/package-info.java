/** Databases as schema files. */
@NullMarked
package dev.flashorm.migrate.pull;

import org.jspecify.annotations.NullMarked;
