package dev.flashorm.cli.output;

import dev.flashorm.cli.usage.Arguments;
import dev.flashorm.cli.usage.GlobalParameters;
import java.util.Locale;

/** What a command's findings are told in. */
public enum ReportFormat {
    /** On stderr, for people; stdout is the command's. */
    TEXT,
    /** In the one object of `--json`. */
    JSON,
    /** A SARIF log on stdout. */
    SARIF,
    /** Workflow commands of GitHub Actions on stdout. */
    GITHUB;

    static ReportFormat of(Arguments arguments) {
        if (arguments.has(GlobalParameters.JSON)) {
            return JSON;
        }
        if (arguments.has(GlobalParameters.HELP)) {
            return TEXT;
        }
        return arguments
                .value(GlobalParameters.FORMAT)
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(TEXT);
    }
}
