package dev.flashorm.migrate.introspect.mysql;

import dev.flashorm.migrate.introspect.Catalog;
import java.sql.SQLException;

/** Which of the two servers answers: their information schemas have other columns and quote otherwise. */
enum Server {
    MYSQL,
    MARIADB;

    static Server detect(Catalog catalog) throws SQLException {
        String version = catalog.query("SELECT VERSION() AS version", row -> row.text("version"))
                .get(0);
        return version.contains("MariaDB") ? MARIADB : MYSQL;
    }
}
