/** PostgreSQL's column types in the schema language. */
@NullMarked
package dev.flashorm.migrate.pull.postgresql;

import org.jspecify.annotations.NullMarked;
