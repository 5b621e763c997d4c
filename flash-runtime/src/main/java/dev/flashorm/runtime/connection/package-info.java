/** Where connections come from: one shape per provider, and the pool. */
@NullMarked
package dev.flashorm.runtime.connection;

import org.jspecify.annotations.NullMarked;
