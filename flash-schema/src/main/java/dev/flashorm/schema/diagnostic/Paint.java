package dev.flashorm.schema.diagnostic;

/** Colours of a terminal, or none. Colour never carries meaning alone. */
record Paint(boolean enabled) {
    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return paint("\u001b[1m", text);
    }

    String error(String text) {
        return paint("\u001b[1;31m", text);
    }

    String warning(String text) {
        return paint("\u001b[1;33m", text);
    }

    String frame(String text) {
        return paint("\u001b[1;34m", text);
    }

    String secondary(String text) {
        return paint("\u001b[34m", text);
    }

    String help(String text) {
        return paint("\u001b[1;32m", text);
    }

    String severity(Severity severity, String text) {
        return severity == Severity.ERROR ? error(text) : warning(text);
    }

    private String paint(String start, String text) {
        return enabled && !text.isBlank() ? start + text + RESET : text;
    }
}
