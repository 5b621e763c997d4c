package dev.flashorm.cli.output;

/** Colour for one stream; without it, the same words. Colour never carries meaning alone. */
public final class Style {
    private final boolean coloured;

    Style(boolean coloured) {
        this.coloured = coloured;
    }

    public boolean isColoured() {
        return coloured;
    }

    public String bold(String text) {
        return wrap("1", text);
    }

    public String error(String text) {
        return wrap("1;31", text);
    }

    public String warning(String text) {
        return wrap("1;33", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String dim(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
