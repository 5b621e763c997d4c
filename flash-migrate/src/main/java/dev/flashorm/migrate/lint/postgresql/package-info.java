/** What is a hazard on PostgreSQL. */
@NullMarked
package dev.flashorm.migrate.lint.postgresql;

import org.jspecify.annotations.NullMarked;
