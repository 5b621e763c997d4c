@NullMarked
package dev.flashorm.cli;

import org.jspecify.annotations.NullMarked;
