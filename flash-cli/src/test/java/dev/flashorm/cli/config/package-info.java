@NullMarked
package dev.flashorm.cli.config;

import org.jspecify.annotations.NullMarked;
