/** MongoDB's types of fields in the schema language. */
@NullMarked
package dev.flashorm.migrate.pull.mongodb;

import org.jspecify.annotations.NullMarked;
