/** The linker: declarations in, the linked model out. It resolves names and applies defaults; it judges little. */
@NullMarked
package dev.flashorm.schema.link;

import org.jspecify.annotations.NullMarked;
