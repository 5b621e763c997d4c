/** Migrations on MongoDB: commands one by one, a journal in a collection, a lease as the lock. */
@NullMarked
package dev.flashorm.migrate.engine.mongodb;

import org.jspecify.annotations.NullMarked;
