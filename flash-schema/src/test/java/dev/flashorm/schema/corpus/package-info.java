/** Measures the language against schemas from elsewhere; skipped without the environment variable `FLASH_CORPUS`. */
@NullMarked
package dev.flashorm.schema.corpus;

import org.jspecify.annotations.NullMarked;
