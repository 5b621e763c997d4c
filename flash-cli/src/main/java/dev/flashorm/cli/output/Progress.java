package dev.flashorm.cli.output;

/** One line on a terminal's stderr that is drawn again in place; nothing elsewhere, and nothing under 100 ms. */
public final class Progress {
    private static final long SILENCE_NANOSECONDS = 100_000_000;

    private final Console console;
    private final long start = System.nanoTime();
    private boolean drawn;

    public Progress(Console console) {
        this.console = console;
    }

    public void show(String text) {
        if (console.hasLiveProgress() && System.nanoTime() - start > SILENCE_NANOSECONDS) {
            console.redraw(text);
            drawn = true;
        }
    }

    public void end() {
        if (drawn) {
            console.redraw("");
            drawn = false;
        }
    }
}
