package dev.flashorm.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a server listens and who may create databases there; the user may, or the tests cannot run. */
record ServerAddress(String host, int port, String user, String password, String database) {
    /** Reads `scheme://user:password@host:port/database`. */
    static ServerAddress parse(String url, int defaultPort) {
        URI uri = URI.create(url);
        String userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = userInfo.indexOf(':');
        return new ServerAddress(
                uri.getHost(),
                uri.getPort() < 0 ? defaultPort : uri.getPort(),
                decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? "" : decode(userInfo.substring(colon + 1)),
                uri.getPath().replaceFirst("^/", ""));
    }

    String url(String scheme, String name) {
        return scheme + "://" + credentials() + "@" + host + ":" + port + "/" + name;
    }

    String jdbcUrl(String scheme, String name) {
        return "jdbc:" + scheme + "://" + host + ":" + port + "/" + name + "?user=" + encode(user) + "&password="
                + encode(password);
    }

    private String credentials() {
        return password.isEmpty() ? encode(user) : encode(user) + ":" + encode(password);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
