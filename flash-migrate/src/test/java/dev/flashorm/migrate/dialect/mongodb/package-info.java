/** Tests of MongoDB's validators. */
@NullMarked
package dev.flashorm.migrate.dialect.mongodb;

import org.jspecify.annotations.NullMarked;
