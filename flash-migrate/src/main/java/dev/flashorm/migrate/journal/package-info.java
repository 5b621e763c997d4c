/** Intent and done of each step, where a migration is not one transaction. */
@NullMarked
package dev.flashorm.migrate.journal;

import org.jspecify.annotations.NullMarked;
