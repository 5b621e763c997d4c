/** Reading MongoDB: collections, their validators and indexes, and what documents look like where nothing says it. */
@NullMarked
package dev.flashorm.migrate.introspect.mongodb;

import org.jspecify.annotations.NullMarked;
