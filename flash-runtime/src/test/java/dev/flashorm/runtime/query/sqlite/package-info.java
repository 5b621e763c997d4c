/** Tests of how values travel between Java and SQLite. */
@NullMarked
package dev.flashorm.runtime.query.sqlite;

import org.jspecify.annotations.NullMarked;
