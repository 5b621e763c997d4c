/** The table `_flash_migrations`: what was applied, and how far. */
@NullMarked
package dev.flashorm.migrate.history;

import org.jspecify.annotations.NullMarked;
