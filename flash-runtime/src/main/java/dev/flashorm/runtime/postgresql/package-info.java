/** PostgreSQL. */
@NullMarked
package dev.flashorm.runtime.postgresql;

import org.jspecify.annotations.NullMarked;
