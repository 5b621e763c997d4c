/**
 * What one kind of database writes: names, types, defaults, tables. One package a provider, of the same shape, found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.flashorm.migrate.dialect;

import org.jspecify.annotations.NullMarked;
