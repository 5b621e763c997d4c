/** What the databases differ in when migrations run: one package a provider, of the same shape. */
@NullMarked
package dev.flashorm.migrate.engine;

import org.jspecify.annotations.NullMarked;
