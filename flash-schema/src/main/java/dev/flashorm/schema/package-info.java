/** The front door: text in, linked schema and diagnostics out. */
@NullMarked
package dev.flashorm.schema;

import org.jspecify.annotations.NullMarked;
