/** MySQL 8 and newer, and MariaDB 10.6 and newer, which differs in a few spellings only. */
@NullMarked
package dev.flashorm.migrate.dialect.mysql;

import org.jspecify.annotations.NullMarked;
