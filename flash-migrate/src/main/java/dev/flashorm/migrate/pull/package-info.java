/** A database as a schema file: what the language can say of it, and what it cannot. */
@NullMarked
package dev.flashorm.migrate.pull;

import org.jspecify.annotations.NullMarked;
