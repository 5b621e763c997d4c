@NullMarked
package dev.flashorm.migrate.execute;

import org.jspecify.annotations.NullMarked;
