/** What a schema file says, line by line, before any name is resolved: the syntax tree and its parser. */
@NullMarked
package dev.flashorm.schema.syntax;

import org.jspecify.annotations.NullMarked;
