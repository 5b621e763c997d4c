/** SQLite's schema table, its pragmas as table-valued functions, and the texts of the statements it keeps. */
@NullMarked
package dev.flashorm.migrate.introspect.sqlite;

import org.jspecify.annotations.NullMarked;
