package dev.flashorm.cli.command;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing that `flash check` looks at.
 *
 * @param notChecked why it could not be looked at; then there are no findings, and nobody may take that for a good sign
 */
record CheckPart(String name, List<Diagnostic> findings, Optional<String> notChecked) {
    CheckPart {
        findings = List.copyOf(findings);
    }

    static CheckPart of(String name, List<Diagnostic> findings) {
        return new CheckPart(name, findings, Optional.empty());
    }

    static CheckPart notChecked(String name, String reason) {
        return new CheckPart(name, List.of(), Optional.of(reason));
    }

    /** What a look finds, or why it could not be had. */
    static CheckPart attempt(String name, Supplier<List<Diagnostic>> look) {
        try {
            return of(name, look.get());
        } catch (FailureException e) {
            return notChecked(name, CheckCommand.reason(e));
        }
    }

    long errors() {
        return findings.stream().filter(Diagnostic::isError).count();
    }

    String summary() {
        if (notChecked.isPresent()) {
            return "not checked: " + notChecked.get();
        }
        if (findings.isEmpty()) {
            return "ok";
        }
        long warnings = findings.size() - errors();
        return (errors() == 0 ? "" : Counted.of(errors(), "error"))
                + (errors() > 0 && warnings > 0 ? ", " : "")
                + (warnings == 0 ? "" : Counted.of(warnings, "warning"));
    }
}
