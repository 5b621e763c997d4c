/** The text form of JSON, so that the runtime needs no library for it. */
@NullMarked
package dev.flashorm.runtime.query.json;

import org.jspecify.annotations.NullMarked;
