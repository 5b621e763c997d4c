@NullMarked
package dev.flashorm.migrate.lint;

import org.jspecify.annotations.NullMarked;
