/** The migration folder on disk: reading, ordering by parents, writing. */
@NullMarked
package dev.flashorm.migrate.folder;

import org.jspecify.annotations.NullMarked;
