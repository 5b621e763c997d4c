/** A complete small project, made, compiled and run. */
@NullMarked
package dev.flashorm.cli.demo;

import org.jspecify.annotations.NullMarked;
