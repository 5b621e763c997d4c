/**
 * What the databases differ in, as far as the language is concerned: native types, capabilities, limits, defaults. One
 * package a provider, of the same shape, found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.flashorm.schema.provider;

import org.jspecify.annotations.NullMarked;
