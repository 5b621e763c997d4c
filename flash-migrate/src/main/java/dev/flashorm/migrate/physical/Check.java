package dev.flashorm.migrate.physical;

import java.util.Optional;

/**
 * A condition that every row meets.
 *
 * @param name empty where the catalog keeps none (SQLite)
 * @param options what follows, as SQL: `NO INHERIT`, `NOT VALID`, `NOT ENFORCED`; usually empty. MariaDB's checks in the
 *     definition of a column have `COLUMN`
 */
public record Check(Optional<String> name, SqlExpression expression, String options, Optional<String> comment) {
    public Check withComment(Optional<String> other) {
        return new Check(name, expression, options, other);
    }
}
