/** Scripts and databases of the corpus, where `FLASH_CORPUS` names one. */
@NullMarked
package dev.flashorm.migrate.introspect.corpus;

import org.jspecify.annotations.NullMarked;
