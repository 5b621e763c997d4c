@NullMarked
package dev.flashorm.cli.output;

import org.jspecify.annotations.NullMarked;
