/** The formatter: the reference layout, and nothing but white space. */
@NullMarked
package dev.flashorm.schema.format;

import org.jspecify.annotations.NullMarked;
