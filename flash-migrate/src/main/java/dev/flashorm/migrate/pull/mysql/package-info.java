/** MySQL's column types in the schema language. */
@NullMarked
package dev.flashorm.migrate.pull.mysql;

import org.jspecify.annotations.NullMarked;
