/**
 * Changes, ordered into steps of SQL, up and down, with what they lose.
 */
@NullMarked
package dev.flashorm.migrate.plan;

import org.jspecify.annotations.NullMarked;
