@NullMarked
package dev.flashorm.migrate.connect;

import org.jspecify.annotations.NullMarked;
