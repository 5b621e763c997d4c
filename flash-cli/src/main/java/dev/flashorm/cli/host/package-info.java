/** The process around a run: streams, environment, place. */
@NullMarked
package dev.flashorm.cli.host;

import org.jspecify.annotations.NullMarked;
