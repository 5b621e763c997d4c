package ledger;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request with the parameters of its query and its form.
 *
 * @param id what follows the collection in the path
 */
record Request(String method, Optional<Integer> id, Map<String, String> parameters) {
    static Request of(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        read(query == null ? "" : query, parameters);
        read(new String(exchange.getRequestBody().readNBytes(10_000), StandardCharsets.UTF_8), parameters);
        String rest = exchange.getRequestURI()
                .getPath()
                .substring(exchange.getHttpContext().getPath().length());
        return new Request(
                exchange.getRequestMethod(),
                rest.length() > 1 ? Optional.of((int) number("id", rest.substring(1))) : Optional.empty(),
                parameters);
    }

    private static void read(String form, Map<String, String> parameters) {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    String text(String name) {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            throw new Refusal(400, name + " is missing");
        }
        return value;
    }

    long number(String name) {
        return number(name, text(name));
    }

    long number(String name, long otherwise) {
        return parameters.containsKey(name) ? number(name) : otherwise;
    }

    private static long number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, name + " is not a number");
        }
    }
}
