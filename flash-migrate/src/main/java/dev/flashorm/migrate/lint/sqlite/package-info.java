/** What is a hazard on SQLite. */
@NullMarked
package dev.flashorm.migrate.lint.sqlite;

import org.jspecify.annotations.NullMarked;
