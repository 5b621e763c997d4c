/**
 * What generated code is made of: typed columns, conditions, orders and relations, and the queries that put them
 * together. No SQL of a dialect is written here: it comes as fragments from the generated code, and an assembled
 * statement is kept by its shape, so that a second call of the same shape renders nothing.
 */
@NullMarked
package dev.flashorm.runtime.query;

import org.jspecify.annotations.NullMarked;
