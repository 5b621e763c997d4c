/** What queries say, in the commands of MongoDB, and how its documents become records. */
@NullMarked
package dev.flashorm.runtime.query.mongodb;

import org.jspecify.annotations.NullMarked;
