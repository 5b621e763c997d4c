@NullMarked
package dev.flashorm.migrate.engine.mysql;

import org.jspecify.annotations.NullMarked;
