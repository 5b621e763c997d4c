/** What is a hazard on MySQL and MariaDB. */
@NullMarked
package dev.flashorm.migrate.lint.mysql;

import org.jspecify.annotations.NullMarked;
