package dev.flashorm.migrate.connect;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An address that was understood.
 *
 * @param provider the canonical provider name: `mysql` for MariaDB too
 * @param jdbcUrl for the driver, without user and password
 * @param properties for the driver, user and password included
 * @param place what messages name: `host:port/database`, or the file
 * @param database the database's name, or the file
 * @param schema the PostgreSQL schema that the address names
 */
public record DatabaseUrl(
        String provider,
        String jdbcUrl,
        Map<String, String> properties,
        String place,
        String database,
        Optional<String> schema) {
    public DatabaseUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads `postgresql://…`, `postgres://…`, `mysql://…`, `mariadb://…`, `file:…`, `sqlite:…` and the `jdbc:…` forms of
     * these.
     *
     * @param base where a relative SQLite file is looked for
     * @throws FailureException F5501 (wrong usage), when it is none of them; the text is masked in it
     */
    public static DatabaseUrl parse(String url, Path base) {
        String text = url.strip();
        String plain = text.toLowerCase(Locale.ROOT).startsWith("jdbc:") ? text.substring(5) : text;
        int colon = plain.indexOf(':');
        if (colon > 0) {
            String scheme = plain.substring(0, colon).toLowerCase(Locale.ROOT);
            for (DatabaseEngine engine : Engines.all()) {
                if (engine.schemes().contains(scheme)) {
                    return engine.url(UrlParts.parse(plain), base);
                }
            }
        }
        throw FailureException.of(
                        Kind.USAGE, "F5501", "`" + PasswordMask.mask(text) + "` is not the address of a database")
                .help("write postgresql://user:password@host:5432/database, mysql://user:password@host:3306/database or"
                        + " file:./dev.db")
                .build();
    }

    /** Takes this address's password, and any other, out of a text. */
    public String mask(String text) {
        return PasswordMask.mask(text, properties.getOrDefault("password", ""));
    }

    /** Another database of the same server; its name needs no escapes. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(
                provider, replaceLast(jdbcUrl, name), properties, replaceLast(place, name), name, schema);
    }

    private static String replaceLast(String address, String name) {
        return address.substring(0, address.lastIndexOf('/') + 1) + name;
    }

    public String user() {
        return properties.getOrDefault("user", "");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return provider + " " + place;
    }
}
