package dev.flashorm.schema.diagnostic;

/** Writes JSON, indented by two blanks; enough for a report, so that this module needs no library for it. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    /** The outermost object, or one in an array. */
    void object(Runnable members) {
        separate();
        nest('{', members, '}');
    }

    void object(String name, Runnable members) {
        name(name);
        nest('{', members, '}');
    }

    void array(String name, Runnable elements) {
        name(name);
        nest('[', elements, ']');
    }

    void field(String name, String value) {
        name(name);
        string(value);
    }

    void field(String name, int value) {
        name(name);
        out.append(value);
    }

    @Override
    public String toString() {
        return out + "\n";
    }

    private void name(String name) {
        separate();
        string(name);
        out.append(": ");
    }

    private void nest(char open, Runnable content, char close) {
        out.append(open);
        depth++;
        first = true;
        content.run();
        depth--;
        if (!first) {
            newLine();
        }
        out.append(close);
        first = false;
    }

    private void separate() {
        if (depth > 0) {
            out.append(first ? "" : ",");
            newLine();
        }
        first = false;
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    boolean loneSurrogate = Character.isSurrogate(c)
                            && (Character.isHighSurrogate(c)
                                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                                    : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
                    if (c < ' ' || loneSurrogate) {
                        String hex = Integer.toHexString(c);
                        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
