/**
 * The client as every language sees it: models, columns, keys, relations, and all SQL that is known before the program
 * runs. Emitters print it; they know neither the schema files nor a dialect.
 */
@NullMarked
package dev.flashorm.codegen.ir;

import org.jspecify.annotations.NullMarked;
