/** The SQL of generated clients for MySQL and MariaDB. */
@NullMarked
package dev.flashorm.codegen.dialect.mysql;

import org.jspecify.annotations.NullMarked;
