package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** SQLSTATEs of PostgreSQL (appendix A). */
final class ServerErrors {
    private ServerErrors() {}

    static ServerError of(SQLException thrown) {
        String state = Objects.requireNonNullElse(thrown.getSQLState(), "");
        String text = Objects.requireNonNullElse(thrown.getMessage(), "no message");
        int position = 0;
        if (thrown instanceof PSQLException error) {
            ServerErrorMessage server = error.getServerErrorMessage();
            if (server != null) {
                text = Objects.requireNonNullElse(server.getMessage(), text)
                        + (server.getDetail() == null ? "" : "; " + server.getDetail())
                        + (server.getHint() == null ? "" : "; hint: " + server.getHint());
                position = server.getPosition();
            }
        }
        return new ServerError(category(state), "PostgreSQL", state, text, position);
    }

    private static Category category(String state) {
        return switch (state) {
            case "28P01", "28000" -> Category.AUTHENTICATION;
            case "3D000" -> Category.UNKNOWN_DATABASE;
            case "42501" -> Category.PERMISSION;
            case "55P03", "40P01", "40001" -> Category.LOCK_TIMEOUT;
            case "53100" -> Category.DISK_FULL;
            case "57P01", "57P02", "57P03", "57P05" -> Category.CONNECTION;
            default -> state.startsWith("08") ? Category.CONNECTION : Category.OTHER;
        };
    }
}
