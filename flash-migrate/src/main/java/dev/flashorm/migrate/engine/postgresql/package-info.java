@NullMarked
package dev.flashorm.migrate.engine.postgresql;

import org.jspecify.annotations.NullMarked;
