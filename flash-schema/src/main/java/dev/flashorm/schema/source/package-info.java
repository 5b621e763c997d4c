/** Schema files as text: where a thing stands, in offsets and in lines and columns. */
@NullMarked
package dev.flashorm.schema.source;

import org.jspecify.annotations.NullMarked;
