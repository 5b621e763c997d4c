package dev.flashorm.schema.syntax;

import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.source.Span;
import java.util.Optional;

/**
 * The type of a field.
 *
 * @param unsupported the database's type in `Unsupported("…")`
 * @param span with brackets and question mark
 */
public record TypeReference(Identifier name, Optional<String> unsupported, Arity arity, Span span) {}
