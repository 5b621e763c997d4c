/** The commands, one class each. */
@NullMarked
package dev.flashorm.cli.command;

import org.jspecify.annotations.NullMarked;
