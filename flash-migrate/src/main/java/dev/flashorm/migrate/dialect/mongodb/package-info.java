/** MongoDB: collections with validators and indexes, as commands. */
@NullMarked
package dev.flashorm.migrate.dialect.mongodb;

import org.jspecify.annotations.NullMarked;
