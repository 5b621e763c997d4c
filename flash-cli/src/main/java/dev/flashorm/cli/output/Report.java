package dev.flashorm.cli.output;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.GithubAnnotations;
import dev.flashorm.schema.diagnostic.Help;
import dev.flashorm.schema.diagnostic.SarifReport;
import dev.flashorm.schema.diagnostic.TerminalRenderer;
import dev.flashorm.schema.source.Position;
import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Map;

/** Findings and failures, for people and for programs. */
public final class Report {
    /** Nobody reads more at once; what follows is often the same mistake again. */
    private static final int SHOWN = 100;

    private final Console console;
    private final boolean annotations;

    /** @param environment of the process: in a GitHub workflow, findings are also printed as its annotations */
    public Report(Console console, Map<String, String> environment) {
        this.console = console;
        annotations = "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** For people, while the command runs; where stdout is to carry a report, {@link #publish} makes it. */
    public void print(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        if (console.format() == ReportFormat.TEXT) {
            int shown = Math.min(diagnostics.size(), SHOWN);
            console.alert(renderer().render(diagnostics.subList(0, shown)));
            if (shown < diagnostics.size()) {
                console.alert(
                        (diagnostics.size() - shown) + " more findings are not shown; `--format=json` has them all");
            }
        }
        if (annotations && console.format() != ReportFormat.GITHUB) {
            console.alert(GithubAnnotations.render(masked(diagnostics)).stripTrailing());
        }
    }

    /**
     * All findings of a command that came to its end, in the form that `--format` asks for; in text they have been
     * printed as they came.
     *
     * @param version of Flash
     */
    public void publish(List<Diagnostic> diagnostics, String version) {
        if (console.format() == ReportFormat.SARIF) {
            console.printReport(SarifReport.render(masked(diagnostics), version));
        } else if (console.format() == ReportFormat.GITHUB) {
            console.printReport(GithubAnnotations.render(masked(diagnostics)));
        }
    }

    public void print(FailureException failure) {
        console.alert(renderer().render(failure).stripTrailing());
        if (annotations || console.format() == ReportFormat.GITHUB) {
            console.alert(GithubAnnotations.render(failure).stripTrailing());
        }
        failure.nextCommand().ifPresent(command -> console.alert("next: " + command));
    }

    private TerminalRenderer renderer() {
        return new TerminalRenderer(console.errStyle().isColoured());
    }

    /** For `diagnostics`. */
    public List<JsonObject> json(List<Diagnostic> diagnostics) {
        return masked(diagnostics).stream().map(Report::json).toList();
    }

    private static JsonObject json(Diagnostic diagnostic) {
        List<JsonObject> because = diagnostic.secondary().stream()
                .map(label -> place(label.span()).put("text", label.text()))
                .toList();
        return new JsonObject()
                .put("code", diagnostic.code())
                .put("severity", diagnostic.severity().label())
                .put("message", diagnostic.message())
                .put("at", place(diagnostic.span()))
                .put("label", diagnostic.primary().text())
                .put("because", because)
                .put("help", diagnostic.help().stream().map(Help::text).toList())
                .put(
                        "fixes",
                        diagnostic.help().stream()
                                .filter(help -> !help.edits().isEmpty())
                                .map(Report::fix)
                                .toList())
                .put("notes", diagnostic.notes());
    }

    /** The help that a tool can apply: all edits of one together, those of two not. */
    private static JsonObject fix(Help help) {
        List<JsonObject> edits = help.edits().stream()
                .map(edit -> place(edit.span()).put("replacement", edit.replacement()))
                .toList();
        return new JsonObject().put("help", help.text()).put("edits", edits);
    }

    /** For `error`. */
    public JsonObject json(FailureException failure) {
        return new JsonObject()
                .put("code", failure.code())
                .put("message", masked(String.valueOf(failure.getMessage())))
                .put("at", failure.where().map(Report::place).orElse(null))
                .put("notes", failure.notes().stream().map(this::masked).toList())
                .put("help", failure.help().stream().map(this::masked).toList())
                .put("next", failure.nextCommand().map(this::masked).orElse(null));
    }

    private static JsonObject place(Span span) {
        Position start = span.position();
        Position end = span.endPosition();
        return new JsonObject()
                .put("file", span.file().path())
                .put("line", start.line())
                .put("column", start.column())
                .put("endLine", end.line())
                .put("endColumn", end.column());
    }

    /** Without passwords in whatever they say. */
    private List<Diagnostic> masked(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> diagnostic.withTexts(console.redaction()::mask))
                .toList();
    }

    private String masked(String text) {
        return console.redaction().mask(text);
    }
}
