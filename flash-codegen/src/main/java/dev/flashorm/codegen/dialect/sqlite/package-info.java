/** The SQL of generated clients for SQLite. */
@NullMarked
package dev.flashorm.codegen.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
