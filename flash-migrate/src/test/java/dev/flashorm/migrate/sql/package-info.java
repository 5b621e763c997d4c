@NullMarked
package dev.flashorm.migrate.sql;

import org.jspecify.annotations.NullMarked;
