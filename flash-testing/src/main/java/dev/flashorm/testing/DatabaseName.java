package dev.flashorm.testing;

import java.util.Locale;

/** The databases that tests run on; MariaDB counts apart from MySQL, because they differ where it hurts. */
public enum DatabaseName {
    SQLITE,
    POSTGRESQL,
    MARIADB,
    MYSQL,
    MONGODB;

    /** As in `FLASH_TEST_REQUIRE` and in test reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it speaks SQL, and JDBC with it. */
    public boolean hasSql() {
        return this != MONGODB;
    }

    /** The provider of the schema language that this database runs: `mysql` for MariaDB too. */
    public String provider() {
        return this == MARIADB ? MYSQL.id() : id();
    }

    /** The environment variable that names a server of this kind. */
    String variable() {
        return "FLASH_TEST_" + name() + "_URL";
    }
}
