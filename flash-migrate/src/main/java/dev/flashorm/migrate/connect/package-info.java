/** Connections for migrations from the addresses that people have in `DATABASE_URL`. */
@NullMarked
package dev.flashorm.migrate.connect;

import org.jspecify.annotations.NullMarked;
