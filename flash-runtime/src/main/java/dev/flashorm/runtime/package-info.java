/** What generated code calls: a database, its sessions and transactions, and the errors they end in. */
@NullMarked
package dev.flashorm.runtime;

import org.jspecify.annotations.NullMarked;
