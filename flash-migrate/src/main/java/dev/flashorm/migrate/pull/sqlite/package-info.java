/** SQLite's column types in the schema language. */
@NullMarked
package dev.flashorm.migrate.pull.sqlite;

import org.jspecify.annotations.NullMarked;
