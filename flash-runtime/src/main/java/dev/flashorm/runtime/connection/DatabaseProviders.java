package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.ConnectionFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The providers on the class path. */
public final class DatabaseProviders {
    private DatabaseProviders() {}

    /** @throws ConnectionFailure if no provider accepts the URL */
    public static DatabaseProvider forUrl(String url) {
        for (DatabaseProvider provider : all()) {
            if (provider.accepts(url)) {
                return provider;
            }
        }
        throw new ConnectionFailure(
                "The URL of the database begins with \"" + schemeOf(url)
                        + "\", which Flash does not know. It takes postgresql://, mysql://, mariadb://, sqlite:, file: and"
                        + " the jdbc: URLs of these databases.",
                null);
    }

    public static List<DatabaseProvider> all() {
        // The loader that brought Flash also sees its providers; a thread of a container may have another one.
        List<DatabaseProvider> found = new ArrayList<>();
        ServiceLoader.load(DatabaseProvider.class, DatabaseProviders.class.getClassLoader())
                .forEach(found::add);
        return found;
    }

    /** Only what stands before the first colon: the rest may hold a password. */
    private static String schemeOf(String url) {
        int start = url.startsWith("jdbc:") ? "jdbc:".length() : 0;
        int colon = url.indexOf(':', start);
        return colon < 0 ? "" : url.substring(0, colon + 1);
    }
}
