/**
 * The rules of the language. Each topic is one class; all of them look at the syntax tree through a {@link
 * dev.flashorm.schema.validate.Scope}, in which every name that can be resolved is resolved. A rule says nothing where
 * an earlier finding is the cause.
 */
@NullMarked
package dev.flashorm.schema.validate;

import org.jspecify.annotations.NullMarked;
