/** PostgreSQL 12 and newer. */
@NullMarked
package dev.flashorm.migrate.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
