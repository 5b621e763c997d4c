/** What is wrong with a schema, as values: code, place, cause, help. Renderers turn them into text, JSON, SARIF. */
@NullMarked
package dev.flashorm.schema.diagnostic;

import org.jspecify.annotations.NullMarked;
