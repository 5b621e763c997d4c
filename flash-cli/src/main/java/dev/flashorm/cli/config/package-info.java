/** Where settings come from: flags, environment, .env, flash.toml, defaults. */
@NullMarked
package dev.flashorm.cli.config;

import org.jspecify.annotations.NullMarked;
