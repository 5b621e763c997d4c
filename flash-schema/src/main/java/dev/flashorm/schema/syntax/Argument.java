package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.Span;
import java.util.Optional;

/**
 * One argument in parentheses.
 *
 * @param name empty when it stands by its position
 * @param value empty in `name:` without a value, which only a broken schema has
 */
public record Argument(Optional<Identifier> name, Optional<Expression> value, Span span) {
    public boolean isNamed(String wanted) {
        return name.isPresent() && name.get().text().equals(wanted);
    }
}
