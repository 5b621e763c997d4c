@NullMarked
package dev.flashorm.migrate.folder;

import org.jspecify.annotations.NullMarked;
