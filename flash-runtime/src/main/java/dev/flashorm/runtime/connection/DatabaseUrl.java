package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.ConnectionFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL of the form {@code scheme://user:password@host:port/database?parameters}; several hosts are separated by commas.
 *
 * @param hosts as written, with their ports; empty if the URL has none
 */
public record DatabaseUrl(
        String scheme,
        @Nullable String user,
        @Nullable String password,
        String hosts,
        String database,
        UrlParameters parameters) {

    /** @throws ConnectionFailure if a part of it makes no sense; the message repeats no part that may be a password */
    public static DatabaseUrl parse(String url) {
        int authority = url.indexOf("://");
        if (authority < 0) {
            throw malformed("it lacks the // after its scheme");
        }
        String scheme = url.substring(0, authority).toLowerCase(Locale.ROOT);
        int start = authority + "://".length();
        int query = url.indexOf('?', start);
        int end = query < 0 ? url.length() : query;
        int slash = url.indexOf('/', start);
        int hostsEnd = slash < 0 || slash > end ? end : slash;
        int at = url.lastIndexOf('@', hostsEnd - 1);
        String user = null;
        String password = null;
        int hostsStart = start;
        if (at >= start) {
            hostsStart = at + 1;
            int colon = url.indexOf(':', start);
            boolean hasPassword = colon >= 0 && colon < at;
            user = UrlParameters.decode(url.substring(start, hasPassword ? colon : at));
            password = hasPassword ? UrlParameters.decode(url.substring(colon + 1, at)) : null;
        }
        String hosts = url.substring(hostsStart, hostsEnd);
        checkPorts(hosts);
        String database = hostsEnd < end ? UrlParameters.decode(url.substring(hostsEnd + 1, end)) : "";
        return new DatabaseUrl(scheme, user, password, hosts, database, UrlParameters.parse(url));
    }

    private static void checkPorts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            int colon = host.lastIndexOf(':');
            if (colon < 0 || colon < host.lastIndexOf(']')) {
                continue;
            }
            for (int i = colon + 1; i < host.length(); i++) {
                if (!Character.isDigit(host.charAt(i))) {
                    throw malformed("what follows the host is not a port; the characters : / ? # @ of a user name or"
                            + " password must be written as %3A %2F %3F %23 %40");
                }
            }
        }
    }

    private static ConnectionFailure malformed(String why) {
        return new ConnectionFailure(
                "The URL of the database cannot be read: " + why + ". Its form is"
                        + " scheme://user:password@host:port/database",
                null);
    }

    /** For people: where it leads and as whom, without the password. */
    public String address() {
        String place = hosts + "/" + database;
        return user == null ? place : place + " as user \"" + user + "\"";
    }
}
