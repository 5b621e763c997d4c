package ledger;

import java.util.List;
import java.util.function.Function;

/** A status and its JSON. */
record Answer(int status, String json) {
    static Answer error(int status, String message) {
        return new Answer(status, "{\"error\": " + string(message) + "}");
    }

    static <T> String array(List<T> items, Function<T, String> json) {
        return "[" + String.join(", ", items.stream().map(json).toList()) + "]";
    }

    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
