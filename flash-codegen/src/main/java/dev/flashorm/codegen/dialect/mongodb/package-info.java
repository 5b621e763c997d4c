/** What generated clients know of MongoDB, which has commands instead of SQL. */
@NullMarked
package dev.flashorm.codegen.dialect.mongodb;

import org.jspecify.annotations.NullMarked;
