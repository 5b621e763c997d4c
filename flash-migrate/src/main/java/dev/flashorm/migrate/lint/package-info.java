/**
 * Hazards in the SQL of migrations, generated or hand-written: what locks a table, breaks running code or loses data,
 * and the safe way to write it. Reads tokens, needs no database.
 */
@NullMarked
package dev.flashorm.migrate.lint;

import org.jspecify.annotations.NullMarked;
