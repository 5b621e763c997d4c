/** The `flash` command: its process, and the tree of its commands. */
@NullMarked
package dev.flashorm.cli;

import org.jspecify.annotations.NullMarked;
