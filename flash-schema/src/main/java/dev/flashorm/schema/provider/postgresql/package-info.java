/** PostgreSQL, as the language sees it. */
@NullMarked
package dev.flashorm.schema.provider.postgresql;

import org.jspecify.annotations.NullMarked;
