package dev.flashorm.runtime;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused a statement for a reason that has no class of its own. */
public final class StatementFailure extends FlashException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sql;

    public StatementFailure(@Nullable String sql, Throwable cause) {
        super("F8000", "The database refused the statement: " + cause.getMessage(), cause);
        this.sql = sql;
    }

    /** The statement without its values; null if it is not known. */
    public @Nullable String sql() {
        return sql;
    }

    /** The five characters of the SQL standard; null if the driver has none. */
    public @Nullable String sqlState() {
        return getCause() instanceof SQLException e ? e.getSQLState() : null;
    }
}
