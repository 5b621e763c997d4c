package dev.flashorm.cli.usage;

import java.util.List;

/**
 * A command as its user sees it.
 *
 * @param sentence what it does, one sentence
 * @param parameters its own; those of every command are {@link GlobalParameters}
 * @param exitCodes those that it can end with besides 0, 1, 2 and 70
 * @param examples command lines that work when copied, each with what it does
 */
public record Usage(String sentence, List<Parameter> parameters, List<ExitCode> exitCodes, List<Example> examples) {
    public Usage {
        parameters = List.copyOf(parameters);
        exitCodes = List.copyOf(exitCodes);
        examples = List.copyOf(examples);
    }

    /** A command line and what it does. */
    public record Example(String line, String effect) {}
}
