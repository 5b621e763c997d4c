/** Faults from outside of the product, and the promises A to E under each; `-Dflash.faults=long` runs many more. */
@NullMarked
package dev.flashorm.migrate.faults;

import org.jspecify.annotations.NullMarked;
