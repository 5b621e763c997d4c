/** Scores against the public corpus; skipped where `FLASH_CORPUS` names none. */
@NullMarked
package dev.flashorm.migrate.corpus;

import org.jspecify.annotations.NullMarked;
