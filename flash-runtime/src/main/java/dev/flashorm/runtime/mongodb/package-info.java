/** MongoDB: connections, transactions, errors. Loaded only by code that was generated for it. */
@NullMarked
package dev.flashorm.runtime.mongodb;

import org.jspecify.annotations.NullMarked;
