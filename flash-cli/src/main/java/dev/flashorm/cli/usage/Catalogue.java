package dev.flashorm.cli.usage;

import java.util.List;
import java.util.Optional;

/** The tree of commands; describing one in full loads its class, listing them doesn't. */
public interface Catalogue {
    /** Every documented command, in the order of the help screen. */
    List<Entry> entries();

    /** @param path of one of the {@link #entries()} */
    Usage usage(String path);

    /** Names that other tools use for what Flash has under its own. */
    List<ForeignName> foreignNames();

    default Optional<Entry> entry(String path) {
        return entries().stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /**
     * A command.
     *
     * @param path its words: `migrate up`
     * @param group the job it is for, a heading of the help screen
     * @param summary what it does, in a few words
     */
    record Entry(String path, String group, String summary) {
        public boolean isTopLevel() {
            return path.indexOf(' ') < 0;
        }
    }

    /**
     * Another tool's command.
     *
     * @param path its words
     * @param instead what to type
     * @param reason what that does, or why it is not the same
     */
    record ForeignName(String path, String instead, String reason) {}
}
