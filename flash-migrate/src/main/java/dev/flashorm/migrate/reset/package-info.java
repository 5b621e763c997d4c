/** Taking away what migrations made, and nothing else unsaid. */
@NullMarked
package dev.flashorm.migrate.reset;

import org.jspecify.annotations.NullMarked;
