/** From a driver's exception to a FlashException with the names of model and fields. */
@NullMarked
package dev.flashorm.runtime.error;

import org.jspecify.annotations.NullMarked;
