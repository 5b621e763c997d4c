/** What people and programs read: text, JSON, colour, progress, help. */
@NullMarked
package dev.flashorm.cli.output;

import org.jspecify.annotations.NullMarked;
