package dev.flashorm.migrate.connect;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A URL cut into its parts, percent-escapes resolved. More forgiving than RFC 3986, because people write passwords as
 * they are: the last `@` ends the password.
 *
 * @param address `host:port`, as written; empty where there is none
 * @param path without the leading slash after an address; for `file:` everything up to the `?`
 */
public record UrlParts(
        String scheme, String user, String password, String address, String path, Map<String, String> parameters) {
    public UrlParts {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** @param url begins with a scheme and a colon */
    static UrlParts parse(String url) {
        int colon = url.indexOf(':');
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = url.substring(colon + 1);
        if (scheme.equals("file") || scheme.equals("sqlite")) {
            int question = rest.indexOf('?');
            String path = question < 0 ? rest : rest.substring(0, question);
            return new UrlParts(scheme, "", "", "", path, parameters(question < 0 ? "" : rest.substring(question + 1)));
        }
        if (!rest.startsWith("//")) {
            throw malformed(url, "`//` must follow the scheme");
        }
        rest = rest.substring(2);
        int question = rest.indexOf('?');
        String before = question < 0 ? rest : rest.substring(0, question);
        int at = before.lastIndexOf('@');
        if (at < 0 && before.indexOf('/') < 0 && rest.lastIndexOf('@') > 0) {
            // The question mark belongs to the password.
            at = rest.lastIndexOf('@');
            question = rest.indexOf('?', at);
        }
        String userInfo = at < 0 ? "" : rest.substring(0, at);
        String query = question < 0 ? "" : rest.substring(question + 1);
        String location = rest.substring(at + 1, question < 0 ? rest.length() : question);
        int slash = location.indexOf('/');
        Map<String, String> parameters = parameters(query);
        int userEnd = userInfo.indexOf(':');
        String user = decode(userEnd < 0 ? userInfo : userInfo.substring(0, userEnd));
        String password = userEnd < 0 ? "" : decode(userInfo.substring(userEnd + 1));
        return new UrlParts(
                scheme,
                user.isEmpty() ? parameters.getOrDefault("user", "") : user,
                password.isEmpty() ? parameters.getOrDefault("password", "") : password,
                slash < 0 ? location : location.substring(0, slash),
                slash < 0 ? "" : decode(location.substring(slash + 1)),
                parameters);
    }

    /** The address with the port that the engine listens on, where it has none. */
    public String addressWithPort(int port) {
        String host = address.isEmpty() ? "localhost" : address;
        int bracket = host.lastIndexOf(']');
        return host.indexOf(':', Math.max(bracket, 0)) >= 0 ? host : host + ":" + port;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int start = 0;
        while (start < query.length()) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equal = query.indexOf('=', start);
            if (equal > start && equal < end) {
                parameters.put(decode(query.substring(start, equal)), decode(query.substring(equal + 1, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    /** A percent sign that begins no escape stands for itself. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int high = text.charAt(i) == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                flush(bytes, out);
                out.append(text.charAt(i));
            }
        }
        flush(bytes, out);
        return out.toString();
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder out) {
        if (bytes.size() > 0) {
            out.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
    }

    private static FailureException malformed(String url, String what) {
        return FailureException.of(
                        Kind.USAGE, "F5501", "`" + PasswordMask.mask(url) + "` is not the address of a database")
                .note(what)
                .build();
    }
}
