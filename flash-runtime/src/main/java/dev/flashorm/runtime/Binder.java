package dev.flashorm.runtime;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the parameters of a statement. */
@FunctionalInterface
public interface Binder {
    /** For a statement without parameters. */
    Binder NONE = statement -> {};

    void bind(PreparedStatement statement) throws SQLException;
}
