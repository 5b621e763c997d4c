/** Completion scripts, written from the tree of commands. */
@NullMarked
package dev.flashorm.cli.completion;

import org.jspecify.annotations.NullMarked;
