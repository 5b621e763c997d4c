package dev.flashorm.cli.command;

import dev.flashorm.cli.usage.Usage;
import dev.flashorm.schema.diagnostic.FailureException;
import java.io.IOException;

/** One command. Its constructor does nothing: describing a command must not cost more than loading its class. */
public interface Command {
    Usage usage();

    /**
     * Does the work. Text goes to the console of the invocation as it comes; what `--json` prints is in the outcome.
     *
     * @throws FailureException when it could not be done
     * @throws IOException when a file could not be read or written
     */
    Outcome run(Invocation invocation) throws IOException;
}
