/** Tests of how values travel between Java and PostgreSQL. */
@NullMarked
package dev.flashorm.runtime.query.postgresql;

import org.jspecify.annotations.NullMarked;
