package dev.flashorm.migrate.engine.mysql;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import dev.flashorm.migrate.engine.ServerError;
import dev.flashorm.migrate.engine.ServerError.Category;
import java.sql.SQLException;
import java.util.Objects;

/** Error numbers of MySQL and MariaDB. */
final class ServerErrors {
    private ServerErrors() {}

    /** ENOSPC: failures to write a file have many codes, and all name the operating system's own. */
    private static final String NO_SPACE = "Errcode: 28 ";

    private static final String NO_SPACE_TOO = "errno: 28 ";

    static ServerError of(SQLException thrown) {
        String state = Objects.requireNonNullElse(thrown.getSQLState(), "");
        String code = thrown.getErrorCode() == 0 ? state : thrown.getErrorCode() + " (" + state + ")";
        String text =
                Objects.requireNonNullElse(thrown.getMessage(), "no message").strip();
        boolean full = text.contains(NO_SPACE) || text.contains(NO_SPACE_TOO);
        boolean lost = thrown instanceof CommunicationsException || state.startsWith("08");
        Category category = lost ? Category.CONNECTION : full ? Category.DISK_FULL : category(thrown.getErrorCode());
        return new ServerError(category, "MySQL", code, text, 0);
    }

    private static Category category(int code) {
        return switch (code) {
            case 1045, 1698, 1251, 4151 -> Category.AUTHENTICATION;
            case 1049 -> Category.UNKNOWN_DATABASE;
            case 1044, 1142, 1143, 1227, 1370, 1410 -> Category.PERMISSION;
            case 1205, 1213 -> Category.LOCK_TIMEOUT;
            case 1114, 1021, 1041, 3675 -> Category.DISK_FULL;
            case 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 3169, 4031 -> Category.CONNECTION;
            default -> Category.OTHER;
        };
    }
}
