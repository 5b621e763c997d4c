/** What the engines of SQL databases have in common: a JDBC connection, and the history as a table. */
@NullMarked
package dev.flashorm.migrate.engine.jdbc;

import org.jspecify.annotations.NullMarked;
