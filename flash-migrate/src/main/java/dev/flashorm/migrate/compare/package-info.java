/** Two states of a database, described or found, and what leads from one to the other. */
@NullMarked
package dev.flashorm.migrate.compare;

import org.jspecify.annotations.NullMarked;
