/**
 * The linked schema: what the files mean once every name is resolved. Immutable; the linker builds it, everything else
 * reads it. Elements are compared by identity, because they refer to each other in circles.
 */
@NullMarked
package dev.flashorm.schema.model;

import org.jspecify.annotations.NullMarked;
