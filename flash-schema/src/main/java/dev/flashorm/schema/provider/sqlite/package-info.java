/** SQLite, as the language sees it. */
@NullMarked
package dev.flashorm.schema.provider.sqlite;

import org.jspecify.annotations.NullMarked;
