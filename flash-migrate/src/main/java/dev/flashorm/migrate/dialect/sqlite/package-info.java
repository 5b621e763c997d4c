/** SQLite 3.35 and newer. */
@NullMarked
package dev.flashorm.migrate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
