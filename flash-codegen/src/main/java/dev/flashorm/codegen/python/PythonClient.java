package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ModelClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What things are called in Python. */
final class PythonClient {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** Members that every client has. */
    private static final Set<String> MEMBERS = Set.of(
            "batch_",
            "connect",
            "disconnect",
            "execute_raw",
            "is_transaction",
            "listen",
            "query_first",
            "query_raw",
            "tx");

    private final Client client;
    private final Map<String, String> accessors = new LinkedHashMap<>();

    PythonClient(Client client) {
        this.client = client;
        Set<String> taken = new HashSet<>(MEMBERS);
        for (ModelClient model : client.models()) {
            String name = identifier(model.name().toLowerCase(Locale.ROOT));
            while (!taken.add(name)) {
                name += "_";
            }
            accessors.put(model.name(), name);
        }
    }

    Client client() {
        return client;
    }

    List<ModelClient> models() {
        return client.models();
    }

    /** The member of the client that has a model's calls: `user`, as Prisma Client Python calls it. */
    String accessor(ModelClient model) {
        return Objects.requireNonNull(accessors.get(model.name()));
    }

    /** A name that is none of Python's keywords. */
    static String identifier(String name) {
        return KEYWORDS.contains(name) ? name + "_" : name;
    }

    /** A text as a literal, whatever is in it. */
    static String literal(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7f) {
                        quoted.appendCodePoint(c);
                    } else if (c <= 0xffff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append(String.format("\\U%08x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /** A value of maps, lists, texts, numbers and booleans as a literal. */
    static String literal(Object value, String indent) {
        String inner = indent + "    ";
        if (value instanceof Map<?, ?> members) {
            if (members.isEmpty()) {
                return "{}";
            }
            List<String> lines = new ArrayList<>();
            members.forEach((name, member) ->
                    lines.add(inner + literal((String) name) + ": " + literal(Objects.requireNonNull(member), inner)));
            return "{\n" + String.join(",\n", lines) + ",\n" + indent + "}";
        }
        if (value instanceof List<?> items) {
            boolean isFlat = items.stream().allMatch(String.class::isInstance);
            List<String> texts = items.stream()
                    .map(item -> literal(Objects.requireNonNull(item), inner))
                    .toList();
            if (isFlat) {
                return "[" + String.join(", ", texts) + "]";
            }
            return "[\n" + inner + String.join(",\n" + inner, texts) + ",\n" + indent + "]";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof String text ? literal(text) : value.toString();
    }

    /** A text as a documentation string of a class or attribute, or nothing. */
    static String documentation(String indent, String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").strip();
        return escaped.isEmpty() ? "" : indent + "\"\"\"" + escaped.replace("\n", "\n" + indent) + "\"\"\"\n";
    }
}
