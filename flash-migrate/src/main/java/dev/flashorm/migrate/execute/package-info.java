/** Runs migrations: up, down, status. */
@NullMarked
package dev.flashorm.migrate.execute;

import org.jspecify.annotations.NullMarked;
