/** What a command takes: its parameters, read by picocli. */
@NullMarked
package dev.flashorm.cli.usage;

import org.jspecify.annotations.NullMarked;
