@NullMarked
package dev.flashorm.migrate.engine.sqlite;

import org.jspecify.annotations.NullMarked;
