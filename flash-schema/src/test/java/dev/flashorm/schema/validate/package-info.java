/** The rules on schemas. */
@NullMarked
package dev.flashorm.schema.validate;

import org.jspecify.annotations.NullMarked;
