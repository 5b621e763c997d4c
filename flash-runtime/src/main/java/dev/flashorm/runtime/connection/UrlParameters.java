package dev.flashorm.runtime.connection;

import dev.flashorm.runtime.ConnectionFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What follows the question mark of a URL. Names are compared without case, as the drivers do. */
public final class UrlParameters {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private UrlParameters() {}

    /** @param url the whole URL, with or without parameters */
    public static UrlParameters parse(String url) {
        UrlParameters parameters = new UrlParameters();
        int query = url.indexOf('?');
        if (query < 0) {
            return parameters;
        }
        for (String pair : url.substring(query + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                parameters.values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Percent-decoding of RFC 3986 as UTF-8; a percent sign that begins no escape stands for itself. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '%' && low >= 0) {
                bytes[length++] = (byte) ((high << 4) | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Percent-encodes what a driver would decode. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** Takes a parameter out, so that what is left is the driver's. */
    public @Nullable String take(String name) {
        return values.remove(name);
    }

    /**
     * Takes a whole number out.
     *
     * @throws ConnectionFailure if it is none, or less than {@code least}
     */
    public int takeInt(String name, int least, int otherwise) {
        String text = take(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(name, least, notANumber);
        }
        throw wrong(name, least, null);
    }

    private static ConnectionFailure wrong(String name, int least, @Nullable Throwable cause) {
        return new ConnectionFailure(
                "The parameter " + name + " of the database's URL must be a whole number of at least " + least + ".",
                cause);
    }

    public List<String> names() {
        return new ArrayList<>(values.keySet());
    }
}
