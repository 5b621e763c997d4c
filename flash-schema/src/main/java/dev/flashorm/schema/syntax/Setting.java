package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.Optional;

/**
 * `key = value` in a configuration block.
 *
 * @param value empty where it was forgotten, which is an error
 */
public record Setting(Identifier key, Optional<Expression> value, Span span) {}
