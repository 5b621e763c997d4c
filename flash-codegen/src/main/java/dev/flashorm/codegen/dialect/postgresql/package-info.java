/** The SQL of generated clients for PostgreSQL. */
@NullMarked
package dev.flashorm.codegen.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
